using System.Globalization;
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

    /// <summary>Whether it is read only when it is named.</summary>
    internal bool IsReadOnRequest => entry.IsReadOnRequest;

    private ParameterForm Form => entry.Form;

    private bool IsValueOfLines => Form.IsOfLines;

    private bool IsReadWhenListed => entry.IsReadWhenListed;

    public Stream OpenRead() => ProcStream.OpenRead(NodePath.Root, RelativePath);

    public override object GetItem() => Read(isDeniedNull: false);

    /// <summary>The parameter; where it may not be read, one without a value if that is asked for.</summary>
    internal KernelParameter Read(bool isDeniedNull)
    {
        KernelParameter parameter = Read(out ProcException? denial);
        return denial is null || isDeniedNull ? parameter : throw denial;
    }

    /// <summary>The parameter; where it may not be read, one without a value, and the denial.</summary>
    internal KernelParameter Read(out ProcException? denial)
    {
        denial = null;
        int mode = NodePath.Find(NodePath.Root, NodePath.Segments, Scope, out _)?.Mode ?? 0;
        bool canRead = (mode & OwnerMayRead) != 0;
        using ProcessDirectory? process = NodePath.OpenProcess();
        ProcSource source = NodePath.Source(process, error => throw error);
        byte[]? content = canRead ? ReadContent(source, out denial) : null;
        ParameterMeaning meaning = entry.Meaning;
        return new KernelParameter(Path, KernelParameter.NameOf(RelativePath), content, Form.Parse, source)
        {
            CanRead = canRead,
            CanWrite = (mode & OwnerMayWrite) != 0,
            Description = entry.Description,
            Unit = meaning.Unit,
            Minimum = meaning.Minimum,
            Maximum = meaning.Maximum,
        };
    }

    public string TextOf(object? value) => ParameterText.Of(value, Form);

    public void Write(string value)
    {
        if (!NodePath.Root.IsLive)
        {
            throw new ProcException(ProcErrorKind.NotSupported, Path, $"{Path}: a capture cannot be written to.");
        }

        ReadBuffer? current = IsReadWhenListed ? Scope.File : null;
        ParameterFile.Write(NodePath.Root.Handle, RelativePath, NodePath.Root, RelativePath, value, current, IsValueOfLines, NodePath.ProcessId is null ? entry.Purpose : null);
    }

    public string? DifferenceFrom(string written)
    {
        // A parameter that tables or names are read from is written as its parts.
        if (entry.Form.Parse is not null || IsReadOnRequest)
        {
            return null;
        }

        try
        {
            return Read(isDeniedNull: true) is { Text: { } now } parameter && Words(now) != Words(written)
                ? $"{parameter.Name}: \"{KernelParameter.OnOneLine(written)}\" was written, and the kernel has \"{KernelParameter.OnOneLine(now)}\" now."
                : null;
        }
        catch (ProcException)
        {
            // An interface, or a process, that has gone.
            return null;
        }
    }

    // Numbers may be written in another base, and fields with other blanks between them.
    private static string Words(string text) => string.Join(' ', text.Split([' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(word => word switch
    {
        ['0', 'x' or 'X', .. var digits] when ulong.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong hex) => $"{hex}",
        _ => word,
    }));

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

    // A label of a security module that is not there reads as EINVAL (proc_pid_attr(5)), and a stable_secret that is not set as EIO: there is no value.
    private byte[]? ReadContent(ProcSource source, out ProcException? denial)
    {
        denial = null;
        try
        {
            return source.ReadAll(Scope.File).ToArray();
        }
        catch (ProcException error) when (error.ErrorNumber is (int)Errno.EINVAL or (int)Errno.EIO || error.Kind == ProcErrorKind.AccessDenied)
        {
            denial = error.Kind == ProcErrorKind.AccessDenied ? error : null;
            return null;
        }
    }
}
