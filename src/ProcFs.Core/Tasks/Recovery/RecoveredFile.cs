using System.Globalization;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>A restored file: its origin, its new path, and whether it is complete.</summary>
public sealed class RecoveredFile
{
    internal const string SetId = "set-id";
    internal const string Capability = "security.capability";

    /// <summary>The id of the process that kept it alive.</summary>
    public required int ProcessId { get; init; }

    /// <summary>The full name of the process.</summary>
    public required string ProcessName { get; init; }

    /// <summary>The descriptor through which it was read; null if it was read through a mapping or as the executable.</summary>
    public required int? Number { get; init; }

    /// <summary>The original path.</summary>
    [Unit(Unit.Path)] public required string From { get; init; }

    /// <summary>The new path; null if nothing was written.</summary>
    [Unit(Unit.Path)] public required string? To { get; init; }

    /// <summary>The number of bytes copied, including holes.</summary>
    [Unit(Unit.Bytes)] public required long Length { get; init; }

    /// <summary>The length of the file when the copying started or, with following, when it ended.</summary>
    [Unit(Unit.Bytes)] public required long SourceLength { get; init; }

    /// <summary>The bytes stored on disk, without holes.</summary>
    [Unit(Unit.Bytes)] public required long StoredBytes { get; init; }

    /// <summary>Whether the copy is complete: its length is that of the source.</summary>
    public bool IsWhole => To is not null && Length == SourceLength;

    /// <summary>
    /// The attributes of the file that the copy does not have: <c>owner</c>, <c>mode</c>, <c>set-id</c>, <c>times</c>, or the name of an extended attribute, such
    /// as <c>security.capability</c>; empty if it has all.
    /// </summary>
    public required string[] NotKept { get; init; }

    internal static View View => new(
        typeof(RecoveredFile),
        new(nameof(ProcessId), 9),
        new(nameof(Number), 5) { Label = "Fd" },
        new(nameof(From), 24),
        new(nameof(To)),
        new(nameof(Length), 8) { With = [nameof(To), nameof(SourceLength)], Show = Cells.CopyLength },
        new(nameof(IsWhole), 11) { Label = "Kept", With = [nameof(NotKept), nameof(To)], Show = Cells.Kept });

    /// <summary>The process, the source of the read, and the new path, on one line; the original path if nothing was written.</summary>
    public override string ToString() => ObjectKey.OfPart(ProcessId, Number?.ToString(CultureInfo.InvariantCulture) ?? "file", To ?? From);
}
