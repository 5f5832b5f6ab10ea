using ProcFs.Interop;
using ProcFs.IO;

namespace ProcFs.Tree;

/// <summary>A value that can be read or written.</summary>
internal sealed class ParameterNode(NodePath path, ParameterEntry entry) : ProcNode(path), IReadableNode, IWritableNode
{
    private const int OwnerMayRead = 0x100;
    private const int OwnerMayWrite = 0x80;

    public override ProcKind Kind => ProcKind.Parameter;

    public bool EndsEntriesWithNul => false;

    private ParameterForm Form => entry.Form;

    private bool IsValueOfLines => Form.IsOfLines;

    private bool IsReadWhenListed => entry.IsReadWhenListed;

    public Stream OpenRead() => ProcStream.OpenRead(NodePath.Root, RelativePath);

    public override object GetItem()
    {
        int mode = NodePath.Find(NodePath.Root, NodePath.Segments, Scope, out _)?.Mode ?? 0;
        bool canRead = (mode & OwnerMayRead) != 0;
        using ProcessDirectory? process = NodePath.OpenProcess();
        ProcSource source = NodePath.Source(process, error => throw error);
        byte[]? content = canRead ? ReadContent(source) : null;
        return new KernelParameter(Path, KernelParameter.NameOf(RelativePath), content, Form.Parse, source)
        {
            CanRead = canRead,
            CanWrite = (mode & OwnerMayWrite) != 0,
            Description = entry.Description,
        };
    }

    public string TextOf(object? value) => ParameterText.Of(value, Form);

    public void Write(string value)
    {
        if (!NodePath.Root.IsLive)
        {
            throw new ProcException(ProcErrorKind.NotSupported, Path, $"{Path}: a capture cannot be written to.");
        }

        ParameterFile.Write(NodePath.Root.Handle, RelativePath, NodePath.Root, RelativePath, value, IsReadWhenListed ? Scope.File : null, IsValueOfLines);
    }

    private protected override string? ReadValue()
    {
        if (!IsReadWhenListed || Scope.File.ReadFile(NodePath.Root.Handle, RelativePath) != Errno.None)
        {
            return null;
        }

        string text = KernelParameter.TextOf(Scope.File.Bytes);
        return StandsForNone(Scope.File.Bytes) ? null : IsValueOfLines ? KernelParameter.OnOneLine(text) : text;
    }

    // 4294967295 for no user, "0" for no function.
    private bool StandsForNone(ReadOnlySpan<byte> content)
    {
        try
        {
            return Form.Parse is { } parse && parse(content, NodePath.Source(null, error => throw error)) is null;
        }
        catch (ProcException)
        {
            return false;
        }
    }

    // A label of a security module that is not active fails with EINVAL (proc_pid_attr(5)): there is no value.
    private byte[]? ReadContent(ProcSource source)
    {
        try
        {
            return source.ReadAll(Scope.File).ToArray();
        }
        catch (ProcException error) when (error.ErrorNumber == (int)Errno.EINVAL)
        {
            return null;
        }
    }
}
