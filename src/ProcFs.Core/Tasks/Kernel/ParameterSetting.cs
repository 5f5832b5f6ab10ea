using ProcFs.Tree;

namespace ProcFs;

/// <summary>A kernel parameter to be set, resolved before anything is written.</summary>
public sealed class ParameterSetting
{
    private readonly ParameterNode _node;

    private ParameterSetting(ParameterNode node, string name, object? value)
    {
        _node = node;
        Name = name;
        Text = node.TextOf(value);
    }

    /// <summary>The name, as in sysctl(8).</summary>
    public string Name { get; }

    /// <summary>The file.</summary>
    public string ProcPath => _node.Path;

    /// <summary>The text to write, in one write(2).</summary>
    public string Text { get; }

    /// <summary>The parameter with an exact name, and the value to set.</summary>
    /// <exception cref="ProcException">The parameter does not exist or is read-only, or the root is not that of a running kernel.</exception>
    public static ParameterSetting Find(ProcRoot root, string name, object? value)
    {
        ArgumentNullException.ThrowIfNull(root);
        ArgumentNullException.ThrowIfNull(name);
        string dotted = ParameterName.Normalize(name);
        if (!root.IsLive)
        {
            throw new ProcException(ProcErrorKind.NotSupported, root.Path, $"{root}: it is no /proc of a running machine, and is not written to.") { Target = name };
        }

        return ParameterQuery.Find(root, dotted) is { } node
            ? new ParameterSetting(node, KernelParameter.NameOf(node.RelativePath), value)
            : throw new ProcException(ProcErrorKind.NotFound, root.PathOf(ParameterName.ToPath(dotted)), $"There is no parameter named \"{ProcFs.Text.DisplayText.Escape(dotted)}\".") { Target = name };
    }

    /// <summary>The parameters that match a name, which can contain wildcards or be the name of a folder.</summary>
    /// <exception cref="ProcException">No parameter has the exact name.</exception>
    public static IReadOnlyList<ParameterSetting> FindAll(ProcRoot root, string name, object? value)
    {
        ArgumentNullException.ThrowIfNull(name);
        string dotted = ParameterName.Normalize(name);
        if (new ProcFs.Text.Wildcard(dotted).IsExact)
        {
            return [Find(root, name, value)];
        }

        return [.. new ParameterQuery(root, [name]).Read()
            .Select(outcome => outcome.Item)
            .OfType<KernelParameter>()
            .Where(parameter => parameter.CanWrite)
            .Select(parameter => Find(root, parameter.ProcPath[(root.Path.Length + 1)..], value))];
    }

    /// <summary>Writes the value and returns the parameter with its new value; null if it cannot be read.</summary>
    /// <exception cref="ProcException">The kernel rejected the value, or permission was denied.</exception>
    public KernelParameter? Write()
    {
        _node.Write(Text);
        KernelParameter now = _node.Read(isDeniedNull: true);
        return now.Text is null ? null : now;
    }

    /// <summary>The warning if the kernel stored a different value from the one written; null if it stored that one, or the values cannot be compared.</summary>
    public string? Difference() => _node.DifferenceFrom(Text);

    /// <summary>The name and the value: <c>vm.swappiness = 10</c>.</summary>
    public override string ToString() => ProcFs.Text.DisplayText.Escape($"{Name} = {KernelParameter.OnOneLine(Text)}");
}
