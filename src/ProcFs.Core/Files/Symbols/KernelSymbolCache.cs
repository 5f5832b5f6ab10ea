using ProcFs.Interop;
using ProcFs.IO;
using ProcFs.Text;

namespace ProcFs;

/// <summary>
/// The symbols of the running kernel, kept for further questions: reading them takes the kernel longer than all the rest. They are read anew after the boot id,
/// the loaded modules, or the first line have changed, the last of which shows whether the kernel hides addresses. BPF programs and trampolines of the tracer come and go
/// without any of these.
/// </summary>
internal static class KernelSymbolCache
{
    private static volatile Entry? s_last;

    /// <summary>The state of the kernel on which the symbols depend; null if it is not the running one, or not known.</summary>
    public static byte[]? StateOf(ProcRoot root)
    {
        if (!root.IsLive)
        {
            return null;
        }

        var buffer = new ReadBuffer();
        if (buffer.ReadFile(root.Handle, "sys/kernel/random/boot_id") != Errno.None)
        {
            return null;
        }

        byte[] boot = buffer.Bytes.ToArray();
        Errno error = buffer.ReadFile(root.Handle, "modules");
        using var lines = LineReader.Open(root.Handle, "kallsyms", out _);
        return error is (Errno.None or Errno.ENOENT) && lines is not null && lines.Next(out _) ? [.. boot, .. error == Errno.None ? Loaded(buffer.Bytes) : [], .. lines.Line] : null;
    }

    // A module is the same while its name, size and address are; the number of its users changes all the time.
    private static List<byte> Loaded(ReadOnlySpan<byte> modules)
    {
        var loaded = new List<byte>();
        foreach (Range line in modules.Split((byte)'\n'))
        {
            var words = new FieldScanner(modules[line]);
            loaded.AddRange(words.Next());
            loaded.AddRange(words.Next());
            loaded.AddRange(modules[line][Math.Max(modules[line].LastIndexOf((byte)'x'), 0)..]);
        }

        return loaded;
    }

    /// <summary>The symbols, if they were kept in that state.</summary>
    public static KernelSymbolTable? Find(byte[]? state) => state is not null && s_last is { } last && last.State.AsSpan().SequenceEqual(state) ? last.Table : null;

    /// <summary>Keeps symbols that were read after that state.</summary>
    public static void Keep(byte[]? state, KernelSymbolTable? table)
    {
        if (state is not null && table is { Count: > 0 })
        {
            s_last = new Entry(state, table);
        }
    }

    private sealed record Entry(byte[] State, KernelSymbolTable Table);
}
