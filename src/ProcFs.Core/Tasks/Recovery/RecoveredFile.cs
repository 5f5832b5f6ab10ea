using System.Globalization;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>A file that was brought back: what it was, where it is now, and whether all of it came.</summary>
public sealed class RecoveredFile
{
    internal const string SetId = "set-id";
    internal const string Capability = "security.capability";

    /// <summary>The process that kept it alive.</summary>
    public required int ProcessId { get; init; }

    /// <summary>That process's full name.</summary>
    public required string ProcessName { get; init; }

    /// <summary>The descriptor it was read through; null where it was read through a mapping or as the executable.</summary>
    public required int? Number { get; init; }

    /// <summary>The path it had.</summary>
    [Unit(Unit.Path)] public required string From { get; init; }

    /// <summary>The path it has now; null where nothing was written.</summary>
    [Unit(Unit.Path)] public required string? To { get; init; }

    /// <summary>Bytes that were copied, holes included.</summary>
    [Unit(Unit.Bytes)] public required long Length { get; init; }

    /// <summary>Bytes that the file had when the copying started, or ended where it was followed.</summary>
    [Unit(Unit.Bytes)] public required long SourceLength { get; init; }

    /// <summary>Bytes that the file takes on its disk; holes take none.</summary>
    [Unit(Unit.Bytes)] public required long StoredBytes { get; init; }

    /// <summary>Whether everything came: the length is that of the source.</summary>
    public bool IsWhole => To is not null && Length == SourceLength;

    /// <summary>
    /// What the copy has not of the file: <c>owner</c>, <c>mode</c>, <c>set-id</c>, <c>times</c>, or the name of an extended attribute, such as
    /// <c>security.capability</c>; empty where it has all.
    /// </summary>
    public required string[] NotKept { get; init; }

    internal static View View => new(
        typeof(RecoveredFile),
        new(nameof(ProcessId), 9),
        new(nameof(Number), 5) { Label = "Fd" },
        new(nameof(From), 24),
        new(nameof(To)),
        new(nameof(Length), 8),
        new(nameof(IsWhole), 11) { Label = "Kept", With = [nameof(NotKept)], Show = Cells.Kept });

    /// <summary>The process, what it was read through, and the new path, in one line; the old path where nothing was written.</summary>
    public override string ToString() => ObjectKey.OfPart(ProcessId, Number?.ToString(CultureInfo.InvariantCulture) ?? "file", To ?? From);
}
