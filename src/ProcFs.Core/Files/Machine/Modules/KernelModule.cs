using ProcFs.Grammar;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>
/// Models a line of <c>/proc/modules</c>: a loaded module. Source: proc_modules(5), m_show() of kernel/module/procfs.c, kernel/panic.c for the taints.
/// </summary>
public sealed class KernelModule : ILine<KernelModule>, IRow<KernelModule>
{
    // After the modules that use it, if it cannot be unloaded.
    private const string PermanentMark = "[permanent]";

    private KernelModule()
    {
    }

    /// <summary>The name, with underscores instead of the dashes of the file name.</summary>
    public required string Name { get; init; }

    /// <summary>The memory of the module, in bytes; null if the value cannot be read.</summary>
    [Unit(Unit.Bytes)] public required long? Size { get; init; }

    /// <summary>The number of references to it by other modules, open files and mounts; null if modules cannot be unloaded.</summary>
    public required int? References { get; init; }

    /// <summary>The modules that use it.</summary>
    public required string[] UsedBy { get; init; }

    /// <summary>Whether it can never be unloaded.</summary>
    public required bool IsPermanent { get; init; }

    /// <summary>The state: <c>Live</c>, <c>Loading</c>, <c>Unloading</c>; null before 2.6.</summary>
    public required string? State { get; init; }

    /// <summary>The address of the module; null if the kernel hides it (<c>kernel.kptr_restrict</c>), and before 2.6.</summary>
    [Unit(Unit.Address)] public required ulong? Address { get; init; }

    /// <summary>The letters of its taint flags: <c>OE</c>; empty if it does not taint the kernel.</summary>
    public required string Taints { get; init; }

    /// <summary>The meaning of the taint letters: <c>OutOfTree</c>, <c>Unsigned</c>; an unknown letter stays as it is.</summary>
    public string[] TaintNames => [.. Taints.Select(NameOf)];

    /// <summary>The reasons why properties are null, by property name.</summary>
    public required IReadOnlyDictionary<string, UnavailableReason> Unavailable { get; init; }

    static string ILine<KernelModule>.Form => "a name, a size, references, modules, a state and an address";

    internal static View View => new(
        typeof(KernelModule),
        new(nameof(Name), 24),
        new(nameof(Size), 9),
        new(nameof(References), 10),
        new(nameof(State), 9),
        new(nameof(Taints), 6),
        new(nameof(UsedBy)));

    /// <summary>The name.</summary>
    public override string ToString() => DisplayText.Escape(Name);

    static string IRow<KernelModule>.NameOf(KernelModule row) => row.Name;

    /// <inheritdoc/>
    public static KernelModule? Parse(ReadOnlySpan<byte> line, ProcSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var words = new FieldScanner(line);
        ReadOnlySpan<byte> name = words.Next();
        ReadOnlySpan<byte> size = words.Next();
        ReadOnlySpan<byte> references = words.Next();
        if (references.IsEmpty)
        {
            return null;
        }

        var missing = default(UnavailableFields);
        string[] users = UsersOf(words.Next(), source);
        ReadOnlySpan<byte> state = words.Next();
        ReadOnlySpan<byte> address = words.Next();
        return new KernelModule
        {
            Name = source.Intern(name),
            Size = SizeOf(size, ref missing),
            References = ReferencesOf(references, ref missing),
            UsedBy = [.. users.Where(user => user != PermanentMark)],
            IsPermanent = users.Contains(PermanentMark),
            State = StateOf(state, source, ref missing),
            Address = AddressOf(address, ref missing),
            Taints = source.Intern(words.Next().Trim("()"u8)),
            Unavailable = missing.ToDictionary(),
        };
    }

    private static long? SizeOf(ReadOnlySpan<byte> text, ref UnavailableFields missing)
    {
        bool parsed = Value.TryUnits(text, 1, out long size);
        missing.Add(nameof(Size), parsed ? null : UnavailableReason.Malformed);
        return parsed ? size : null;
    }

    private static int? ReferencesOf(ReadOnlySpan<byte> text, ref UnavailableFields missing)
    {
        bool parsed = Number.TryInt32(text, out int references);
        missing.Add(nameof(References), parsed ? null : text is [(byte)'-'] ? UnavailableReason.NotOnThisKernel : UnavailableReason.Malformed);
        return parsed ? references : null;
    }

    private static string? StateOf(ReadOnlySpan<byte> text, ProcSource source, ref UnavailableFields missing)
    {
        missing.Add(nameof(State), text.IsEmpty ? UnavailableReason.NotOnThisKernel : null);
        return text.IsEmpty ? null : source.Intern(text);
    }

    // The kernel writes zeros for an address that the reader is not allowed to see.
    private static ulong? AddressOf(ReadOnlySpan<byte> text, ref UnavailableFields missing)
    {
        ulong address = 0;
        bool parsed = text.StartsWith("0x"u8) && Number.TryHex(text[2..], out address);
        UnavailableReason? reason = parsed
            ? address == 0 ? UnavailableReason.Denied : null
            : text.IsEmpty ? UnavailableReason.NotOnThisKernel : UnavailableReason.Malformed;
        missing.Add(nameof(Address), reason);
        return reason is null ? address : null;
    }

    // "-" for none, "nf_nat,nf_tables,[permanent],".
    private static string[] UsersOf(ReadOnlySpan<byte> text, ProcSource source)
    {
        var users = new List<string>();
        var names = new FieldScanner(text is [(byte)'-'] ? default : text);
        while (!names.Rest.IsEmpty)
        {
            ReadOnlySpan<byte> name = names.NextUntil((byte)',');
            if (!name.IsEmpty)
            {
                users.Add(source.Intern(name));
            }
        }

        return [.. users];
    }

    private static string NameOf(char letter) => letter switch
    {
        'P' => "Proprietary",
        'F' => "ForcedLoad",
        'R' => "ForcedUnload",
        'C' => "Staging",
        'O' => "OutOfTree",
        'E' => "Unsigned",
        'K' => "LivePatch",
        'X' => "Auxiliary",
        'T' => "RandomizedLayout",
        'N' => "Test",
        '+' => "BeingLoaded",
        '-' => "BeingUnloaded",
        _ => $"{letter}",
    };
}
