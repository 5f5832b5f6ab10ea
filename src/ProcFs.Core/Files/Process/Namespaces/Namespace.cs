using System.Buffers.Text;
using ProcFs.IO;
using ProcFs.Interop;
using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>Models a link of <c>/proc/&lt;pid&gt;/ns</c>: a namespace of the process or of its future children. Source: proc_pid_ns(5), namespaces(7).</summary>
public sealed class Namespace : ITable<Namespace>
{
    private const string ForChildren = "_for_children";

    private Namespace()
    {
    }

    /// <summary>The process in the namespace.</summary>
    public required int ProcessId { get; init; }

    /// <summary>The full name of the process.</summary>
    public required string ProcessName { get; init; }

    /// <summary>The name of the link: <c>net</c>, <c>pid_for_children</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The type of the namespace.</summary>
    public required NamespaceType Type { get; init; }

    /// <summary>The number that identifies the namespace on the machine. The kernel can reuse it when the namespace no longer exists.</summary>
    public required ulong Inode { get; init; }

    /// <summary>The link, as the kernel writes it: <c>net:[4026531840]</c>.</summary>
    public required string Target { get; init; }

    /// <summary>Whether it is the namespace of new children.</summary>
    public required bool IsForChildren { get; init; }

    internal static View View => new(
        typeof(Namespace),
        new(nameof(ProcessId), 9),
        new(nameof(ProcessName), 16),
        new(nameof(Name), 18),
        new(nameof(Inode), 12),
        new(nameof(Target)));

    /// <summary>The link.</summary>
    public override string ToString() => Target;

    static string IRow<Namespace>.NameOf(Namespace row) => row.Name;

    /// <inheritdoc/>
    public static void ReadRows(ProcSource source, Func<Namespace, bool> emit)
    {
        ProcessDirectory process = source.RequireProcess();
        foreach (string name in ReadNames(process, source))
        {
            // A zombie has left all namespaces except pid and user; a PID namespace without a first process has no link yet.
            Errno error = process.Scope.File.ReadLink(process.Handle, $"ns/{name}");
            if (error is not (Errno.None or Errno.ENOENT or Errno.ESRCH))
            {
                throw source.Failure(error);
            }

            if (error == Errno.None && !emit(Of(name, process.Scope.File.Bytes, source)))
            {
                return;
            }
        }
    }

    /// <inheritdoc/>
    public static Namespace? Find(ProcSource source, string name)
    {
        ProcessDirectory process = source.RequireProcess();
        Errno error = process.Scope.File.ReadLink(process.Handle, $"ns/{name}");
        return error switch
        {
            Errno.None => Of(name, process.Scope.File.Bytes, source),
            Errno.ENOENT or Errno.ESRCH or Errno.EINVAL => null,
            _ => throw source.Failure(error),
        };
    }

    static Stream ITable<Namespace>.OpenContent(Namespace row, ProcRoot root, string path) =>
        throw new ProcException(ProcErrorKind.NotSupported, root.PathOf(path), $"{root.PathOf(path)}: a namespace has no content.");

    private static Namespace Of(string name, ReadOnlySpan<byte> target, ProcSource source) => new()
    {
        ProcessId = source.ProcessId ?? 0,
        ProcessName = source.ProcessName ?? "",
        Name = name,
        Type = TypeOf(target),
        Inode = InodeOf(target),
        Target = source.Intern(target),
        IsForChildren = name.EndsWith(ForChildren, StringComparison.Ordinal),
    };

    private static List<string> ReadNames(ProcessDirectory process, ProcSource source)
    {
        var names = new List<string>();
        DirectoryReader folder = process.Scope.Directory;
        Errno error = folder.Open(process.Handle, "ns\0"u8);
        while (error == Errno.None && folder.Next(out error))
        {
            names.Add(process.Scope.Names.Intern(folder.Name));
        }

        folder.Close();
        if (error != Errno.None)
        {
            throw source.Failure(error);
        }

        names.Sort(StringComparer.Ordinal);
        return names;
    }

    private static NamespaceType TypeOf(ReadOnlySpan<byte> target)
    {
        int end = target.IndexOf((byte)':');
        string name = LosslessText.Decode(end < 0 ? target : target[..end]);
        return Enum.TryParse(name, ignoreCase: true, out NamespaceType type) && !char.IsAsciiDigit(name[0]) ? type : NamespaceType.Other;
    }

    private static ulong InodeOf(ReadOnlySpan<byte> target)
    {
        int start = target.IndexOf(":["u8) + 2;
        return start >= 2 && Utf8Parser.TryParse(target[start..], out ulong inode, out _) ? inode : 0;
    }
}
