namespace ProcFs.Grammar;

/// <summary>A row with a required name, two optional numbers, a pair of columns with one word, and a text at its end.</summary>
[Fields(Ignored = ["repeated"])]
internal sealed partial class Cell
{
    [Key("name")] public string Name { get; private set; } = "";

    [Key("size", Scale.KiB)] public long? Size { get; private set; }

    [Key("count")]
    [Key("old_count")]
    public int? Count { get; private set; }

    [Key("tx rx")] public string? Queues { get; private set; }

    [Key("+1")] public long? Behind { get; private set; }

    [Key("words", Exact = true)] public string? Words { get; private set; }

    public partial IReadOnlyDictionary<string, string> Additional { get; }

    public partial IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; }

    /// <summary>The errors that the object reports for the file.</summary>
    public string Malformed => string.Join(',', Unavailable.Where(pair => pair.Value == UnavailableReason.Malformed).Select(pair => pair.Key).Order());
}
