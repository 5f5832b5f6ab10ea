namespace ProcFs.Grammar;

/// <summary>Two fields with numbers instead of names.</summary>
[Fields]
internal sealed partial class NumberedFields
{
    [Field(1)] public int? Count { get; private set; }

    [Field(2)] public string? Text { get; private set; }

    public partial IReadOnlyDictionary<string, string> Additional { get; }

    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }
}
