using ProcFs.Text;
using ProcFs.Tree;

namespace ProcFs;

/// <summary>Parameters of the kernel, the files below <c>/proc/sys</c>, by their names in sysctl(8).</summary>
public sealed class ParameterQuery
{
    /// <summary>The help for the names.</summary>
    public const string NameHelp = "The names of the parameters, such as vm.swappiness or net.ipv4.*forward*; the name of a folder stands for all below it.";

    private readonly ProcRoot _root;
    private readonly string[] _names;
    private readonly RowFilter _filter;
    private int _denied;

    /// <summary>The parameters with these names; null for all.</summary>
    public ParameterQuery(ProcRoot root, IReadOnlyList<string>? names = null)
    {
        ArgumentNullException.ThrowIfNull(root);
        _root = root;
        _names = names is null ? ["*"] : [.. names.Select(ParameterName.Normalize)];
        _filter = new RowFilter(_names, "There is no parameter named", name => name.Contains('.') ? null : $"*{name}");
    }

    /// <summary>An error for each exact name that no parameter has.</summary>
    public IEnumerable<ProcException> Unmatched => _filter.Unmatched;

    /// <summary>The number of parameters without a value because permission was denied; null if there were none.</summary>
    public string? Warning => _denied switch
    {
        0 => null,
        1 => $"Permission to read 1 parameter was denied; its value is missing.{Advice}",
        _ => $"Permission to read {_denied} parameters was denied; their values are missing.{Advice}",
    };

    // The kernel asks for the user id here, not for a capability.
    private static string Advice => Caller.Current switch
    {
        { IsRoot: false } => " Run as root to see all of them.",
        { IsInFirstNamespace: false } => " This process is root only in its own user namespace, which has no effect here.",
        _ => "",
    };

    /// <summary>Reads the parameters, folder by folder, in the order of their names.</summary>
    public IEnumerable<Outcome<KernelParameter>> Read(CancellationToken cancellation = default) =>
        FileReading.Stream<KernelParameter>((report, emit) => ReadAll(report, emit, cancellation), cancellation);

    /// <summary>The node of the parameter with an exact name; null if it does not exist.</summary>
    internal static ParameterNode? Find(ProcRoot root, string name) => new ProcTree(root).Find(ParameterName.ToPath(name)) as ParameterNode;

    private void ReadAll(Action<ProcException> report, Func<KernelParameter, bool> emit, CancellationToken cancellation)
    {
        var tree = new ProcTree(_root);
        var met = new HashSet<string>();
        foreach (string name in _names)
        {
            var pattern = new Wildcard(name);
            ProcNode? node = tree.Find(pattern.IsExact ? ParameterName.ToPath(pattern.Literal) : ParameterName.FolderOf(name));
            if (node is ParameterNode parameter)
            {
                Try(() => Emit(parameter.Read(isDeniedNull: false), met, emit), report);
            }
            else if (node is DirectoryNode folder)
            {
                _ = pattern.IsExact && _filter.Accepts(pattern.Literal);
                Walk(folder, pattern.IsExact ? new Wildcard($"{name}.*") : pattern, met, report, emit, cancellation);
            }
        }
    }

    private void Walk(DirectoryNode folder, Wildcard pattern, HashSet<string> met, Action<ProcException> report, Func<KernelParameter, bool> emit, CancellationToken cancellation) => Try(
        () => folder.ReadChildren(
            filter: null,
            child =>
            {
                if (child is DirectoryNode below && !child.IsLink)
                {
                    Walk(below, pattern, met, report, emit, cancellation);
                }
                else if (child is ParameterNode parameter && pattern.IsMatch(KernelParameter.NameOf(child.RelativePath)))
                {
                    Try(() => EmitListed(parameter, met, emit), report);
                }
            },
            report,
            cancellation),
        report);

    // Like sysctl -a, a wildcard skips parameters whose reading the kernel logs.
    private void EmitListed(ParameterNode parameter, HashSet<string> met, Func<KernelParameter, bool> emit)
    {
        if (parameter.IsReadOnRequest)
        {
            return;
        }

        KernelParameter item = parameter.Read(out ProcException? denial);
        _denied += denial is null ? 0 : 1;
        Emit(item, met, emit);
    }

    private void Emit(KernelParameter item, HashSet<string> met, Func<KernelParameter, bool> emit)
    {
        _ = _filter.Accepts(item.Name);
        if (met.Add(item.ProcPath))
        {
            emit(item);
        }
    }

    private static void Try(Action action, Action<ProcException> report)
    {
        try
        {
            action();
        }
        catch (ProcException error) when (error.Kind == ProcErrorKind.NotFound)
        {
            // The parameters of an interface disappear with it.
        }
        catch (ProcException error)
        {
            report(error);
        }
    }
}
