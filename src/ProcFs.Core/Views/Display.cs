using System.Globalization;
using ProcFs.Text;

namespace ProcFs.Views;

/// <summary>The display of values: human-readable sizes, hexadecimal addresses, harmless names.</summary>
public static partial class Display
{
    private static readonly string[] s_units = ["B", "KB", "MB", "GB", "TB", "PB", "EB"];

    /// <summary>A name, with characters that could control a terminal escaped.</summary>
    public static string Text(string? text) => text is null ? "" : DisplayText.Escape(text);

    /// <summary>A text, or several with spaces between them, likewise escaped; null for none.</summary>
    public static string? Safe(object? value) => value switch
    {
        null => null,
        string text => Text(text),
        System.Collections.IEnumerable texts => string.Join(' ', texts.Cast<object>().Select(text => Text($"{text}"))),
        _ => Text($"{value}"),
    };

    /// <summary>Several values with commas between them.</summary>
    public static string List(System.Collections.IEnumerable? values) =>
        values is null ? "" : string.Join(", ", values.Cast<object>().Select(value => Text(value.ToString())));

    /// <summary>The completeness of a restored file: its content, and then the privileges that it has lost.</summary>
    public static string Kept(bool isWhole, System.Collections.IEnumerable? notKept) =>
        !isWhole ? "partial" : notKept?.Cast<object>().Any(name => $"{name}" is RecoveredFile.SetId or RecoveredFile.Capability) == true ? "reduced" : "whole";

    /// <summary>Bytes in a suitable unit: 512 B, 1.1 KB, 142.6 MB. A unit is 1024 of the previous one.</summary>
    public static string Size(decimal? bytes)
    {
        if (bytes is not { } size)
        {
            return "";
        }

        double value = (double)size;
        int unit = 0;
        while (Math.Abs(value) >= 1024 && unit < s_units.Length - 1)
        {
            value /= 1024;
            unit++;
        }

        bool isWhole = unit == 0 || Math.Abs(value) >= 200;
        return $"{value.ToString(isWhole ? "0" : "0.0", CultureInfo.InvariantCulture)} {s_units[unit]}";
    }

    /// <summary>An address, as in kallsyms and maps.</summary>
    public static string Address(ulong? address) => address is { } value ? value.ToString("x16", CultureInfo.InvariantCulture) : "";

    /// <summary>A date and time, in the local time zone.</summary>
    public static string Time(DateTimeOffset? time) =>
        time is { } value ? value.ToLocalTime().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) : "";

    /// <summary>A time span: 1.02:03:04 with days, 00:00:01.25 without; with a minus sign if it is negative.</summary>
    public static string Span(TimeSpan? span) => span is { } value
        ? (value < TimeSpan.Zero ? "-" : "") + value.ToString(value.Days != 0 ? @"d\.hh\:mm\:ss" : @"hh\:mm\:ss\.ff", CultureInfo.InvariantCulture)
        : "";

    /// <summary>A number in octal, with a leading zero.</summary>
    public static string Octal(long? bits) => bits is { } value ? $"0{Convert.ToString(value, 8)}" : "";

    /// <summary>Keys with their values, one per line.</summary>
    public static string Pairs(System.Collections.IEnumerable? pairs) =>
        pairs is null ? "" : string.Join('\n', pairs.Cast<object>().Select(pair => pair is KeyValuePair<string, string>(var key, var value)
            ? $"{Text(key)}: {Text(value)}".TrimStart(':', ' ')
            : Text(pair.ToString())));

    /// <summary>The reasons for missing properties, with the names of the properties.</summary>
    public static string Unavailable(System.Collections.IDictionary? fields) => fields is null
        ? ""
        : string.Join("; ", fields.Keys.Cast<object>()
            .GroupBy(field => $"{fields[field]}", field => Text($"{field}"))
            .OrderBy(reason => reason.Key, StringComparer.Ordinal)
            .Select(reason => $"{reason.Key}: {string.Join(", ", reason.Order(StringComparer.Ordinal))}"));

    /// <summary>The controllers of a control group hierarchy, and its name if it has one.</summary>
    public static string Controllers(string[]? controllers, string? hierarchyName)
    {
        string[] name = string.IsNullOrEmpty(hierarchyName) ? [] : [$"name={hierarchyName}"];
        return List((string[])[.. controllers ?? [], .. name]);
    }

    /// <summary>
    /// The value of a parameter: the text of the kernel, but for several lines without the padding. Empty if the kernel writes a number that means none, such as
    /// 4294967295 for no user.
    /// </summary>
    public static string Parameter(object? value, string? text)
    {
        if (value is null)
        {
            return "";
        }

        bool isOfLines = text is not null && (text.StartsWith(' ') || text.Contains('\n')) && value is System.Collections.IEnumerable and not string;
        return isOfLines ? Text(string.Join("; ", ((System.Collections.IEnumerable)value!).Cast<object>())) : Text(text);
    }

    /// <summary>A short time in a suitable unit: 12.5 µs, 3.6 ms, 12.35 s; from a minute on, as a time span.</summary>
    public static string Duration(TimeSpan? span) => span is not { } value
        ? ""
        : Math.Abs(value.TotalMilliseconds) switch
        {
            < 1 => string.Create(CultureInfo.InvariantCulture, $"{value.TotalMicroseconds:0.#} µs"),
            < 1000 => string.Create(CultureInfo.InvariantCulture, $"{value.TotalMilliseconds:0.0} ms"),
            < 60_000 => string.Create(CultureInfo.InvariantCulture, $"{value.TotalSeconds:0.00} s"),
            _ => Span(value),
        };

    /// <summary>A limit: bytes as a size, others as a number.</summary>
    public static string Limit(ulong? limit, string? unit) => limit is { } value ? Amount((decimal)value, unit) : "unlimited";

    /// <summary>The usage of a limit, likewise; empty if it is unknown.</summary>
    public static string Used(long? used, string? unit) => used is { } value ? Amount(value, unit) : "";

    /// <summary>A system call and its arguments: <c>read(0x3, 0x7ffd20, 0x1000)</c>.</summary>
    public static string Call(bool isRunning, string? name, int? number, ulong[]? arguments)
    {
        if (number is null)
        {
            return isRunning ? "running" : "";
        }

        return $"{Text(name) switch { "" => $"#{number}", var known => known }}({string.Join(", ", (arguments ?? []).Select(value => $"0x{value:x}"))})";
    }

    /// <summary>An offset in a kernel function: <c>do_wait+0x53/0x120</c>.</summary>
    public static string Place(string? symbol, long? offset, long? size, ulong? address) =>
        symbol is null ? Address(address) : $"{Text(symbol)}+{Distance(offset)}/{Distance(size)}";

    /// <summary>The number of a descriptor, or as lsof(8) names the other uses of a file: <c>cwd</c>, <c>root</c>, <c>exe</c>, <c>mem</c>.</summary>
    public static string Use(int? number, FileUse use) => use switch
    {
        FileUse.WorkingDirectory => "cwd",
        FileUse.RootDirectory => "root",
        FileUse.Executable => "exe",
        FileUse.Mapping => "mem",
        _ => number?.ToString(CultureInfo.InvariantCulture) ?? "",
    };

    /// <summary>The value of an entry of the drive: a link is shown as an arrow to its target.</summary>
    public static string Entry(string? value, bool isLink)
    {
        // The kernel parts several numbers by tabs.
        string text = Text(value?.Replace('\t', ' '));
        return isLink && text.Length > 0 ? $"-> {text}" : text;
    }

    /// <summary>The protection of mapped memory, as in maps: <c>r-xp</c>.</summary>
    public static string Rights(MappingProtection protection, bool isShared) => string.Concat(
        protection.HasFlag(MappingProtection.Read) ? "r" : "-",
        protection.HasFlag(MappingProtection.Write) ? "w" : "-",
        protection.HasFlag(MappingProtection.Execute) ? "x" : "-",
        isShared ? "s" : "p");

    /// <summary>The target of a descriptor, and whether its file is deleted.</summary>
    public static string Target(string? target, bool isDeleted) => isDeleted ? $"{Text(target)}  (deleted)" : Text(target);

    /// <summary>The backing of a mapping in numa_maps: a file, the heap, the stack.</summary>
    public static string Numa(string? path, bool isDeleted, bool isHeap, bool isStack) =>
        isHeap ? "[heap]" : isStack ? "[stack]" : Target(path, isDeleted);

    /// <summary>Who holds a socket: the first process, and how many more: <c>4242/nginx +3</c>.</summary>
    internal static string Owners(IReadOnlyList<(string Id, string Name)> owners)
    {
        int others = owners.Select(owner => owner.Id).Distinct().Count() - 1;
        return $"{owners[0].Id}/{Text(owners[0].Name)}{(others > 0 ? $" +{others}" : "")}";
    }

    // "-> 4311/reader +1" for the other end, "shared with 4311/reader" for the same one.
    internal static string Peers(IReadOnlyList<DescriptorPeer>? peers) => peers is not [var first, ..]
        ? ""
        : (first.IsOtherEnd ? "-> " : "shared with ")
            + Owners([.. peers.Where(peer => peer.IsOtherEnd == first.IsOtherEnd).Select(peer => (peer.ProcessId.ToString(CultureInfo.InvariantCulture), peer.ProcessName))]);

    /// <summary>Bytes on each memory node: <c>N0=4.0 KB N1=12.0 KB</c>.</summary>
    public static string Nodes(System.Collections.IDictionary? nodes) => nodes is null
        ? ""
        : string.Join(' ', nodes.Keys.Cast<object>().Order().Select(node => $"N{node}={Size((long?)nodes[node])}"));

    /// <summary>A value of the auxiliary vector: addresses and masks in hexadecimal, numbers in decimal (getauxval(3)).</summary>
    public static string Auxiliary(ulong type, ulong value)
    {
        // AT_PHDR, AT_BASE, AT_FLAGS, AT_ENTRY, AT_PLATFORM, AT_HWCAP, AT_BASE_PLATFORM, AT_RANDOM, AT_HWCAP2 to 4, AT_EXECFN, AT_SYSINFO(_EHDR)
        bool isAddressOrMask = type is 3 or 7 or 8 or 9 or 15 or 16 or 24 or 25 or 26 or 29 or 30 or 31 or 32 or 33;
        return isAddressOrMask ? $"0x{value:x}" : $"{value}";
    }

    /// <summary>The command line for display: arguments that hold spaces are quoted, credentials are masked, a kernel thread's name is in brackets.</summary>
    public static string CommandLine(string[]? arguments, string? name) => arguments is null or []
        ? $"[{Text(name)}]"
        : Arguments(arguments);

    /// <summary>Arguments for display: those that hold spaces are quoted, credentials are masked.</summary>
    public static string Arguments(IReadOnlyList<string> arguments) =>
        string.Join(' ', Credentials.MaskArguments(arguments).Select(argument => argument.Length == 0 || argument.Contains(' ') ? $"'{Text(argument)}'" : Text(argument)));

    /// <summary>Bytes in a kernel function; <c>?</c> if they are unknown.</summary>
    internal static string Distance(long? bytes) => bytes is { } value ? $"0x{value:x}" : "?";

    private static string Amount(decimal value, string? unit) =>
        unit == "bytes" ? Size(value) : value.ToString(CultureInfo.InvariantCulture);
}
