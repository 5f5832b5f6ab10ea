using ProcFs.Tree;

namespace ProcFs;

/// <summary>A parameter of the kernel that is to be set, looked up before anything is written.</summary>
public sealed class ParameterSetting
{
    private readonly ParameterNode _node;

    private ParameterSetting(ParameterNode node, string name, object? value)
    {
        _node = node;
        Name = name;
        Text = node.TextOf(value);
    }

    /// <summary>The name, as sysctl(8) has it.</summary>
    public string Name { get; }

    /// <summary>The file.</summary>
    public string ProcPath => _node.Path;

    /// <summary>What is written, in one write(2).</summary>
    public string Text { get; }

    /// <summary>The parameter of an exact name, with the value that it is to have.</summary>
    /// <exception cref="ProcException">There is no such parameter, it cannot be written, or the root is no running kernel's.</exception>
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

    /// <summary>The parameters of a name that may hold wildcards, or be that of a folder.</summary>
    /// <exception cref="ProcException">An exact name is that of no parameter.</exception>
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

    /// <summary>Writes the value, and gives the parameter as it is then; null where it cannot be read.</summary>
    /// <exception cref="ProcException">The kernel refused the value, or the caller may not write it.</exception>
    public KernelParameter? Write()
    {
        _node.Write(Text);
        KernelParameter now = _node.Read(isDeniedNull: true);
        return now.Text is null ? null : now;
    }

    /// <summary>What to say where the kernel has taken another value than the one that was written; null where it took that one, or the value cannot be compared.</summary>
    public string? Difference() => _node.DifferenceFrom(Text);

    /// <summary>The name and the value: <c>vm.swappiness = 10</c>.</summary>
    public override string ToString() => ProcFs.Text.DisplayText.Escape($"{Name} = {KernelParameter.OnOneLine(Text)}");
}
