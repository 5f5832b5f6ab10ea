using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using ProcFs.Provider;
using ProcFs.Tree;

namespace ProcFs.Completion;

/// <summary>A path of a ProcFs drive in a command line that is being typed.</summary>
internal sealed class DrivePath
{
    private static readonly string[] s_getItem = ["Get-Item", "gi"];
    private static readonly string[] s_getChildItem = ["Get-ChildItem", "gci", "dir", "ls"];
    private static readonly string[] s_passing = ["Where-Object", "where", "?", "Sort-Object", "sort"];

    private DrivePath(ProcRoot root, string relative, bool isListed)
    {
        Root = root;
        Relative = relative;
        IsListed = isListed;
    }

    private ProcRoot Root { get; }

    private string Relative { get; }

    // Whether the children of the path are meant.
    private bool IsListed { get; }

    /// <summary>The type of the objects at the path; null if the catalog does not contain it.</summary>
    public Type? ItemType
    {
        get
        {
            // A wildcard for processes stands for one process.
            string known = Relative.StartsWith('*') ? $"0{Relative[1..]}" : Relative;
            if (known.Length == 0)
            {
                return typeof(ProcEntry);
            }

            return Catalog.Find(known) switch
            {
                null => null,
                { Kind: ProcKind.Parameter } => typeof(KernelParameter),
                { Kind: ProcKind.Table or ProcKind.Directory, ItemType: { } row } => IsListed ? row : typeof(ProcEntry),
                { Kind: ProcKind.Directory or ProcKind.Process or ProcKind.Thread } when IsListed => typeof(ProcEntry),
                var entry => entry.ItemType ?? typeof(ProcEntry),
            };
        }
    }

    /// <summary>The parameter at the path; null for any other path.</summary>
    public KernelParameter? Parameter => Catalog.Find(Relative)?.Kind == ProcKind.Parameter ? new ProcTree(Root).Find(Relative)?.GetItem() as KernelParameter : null;

    /// <summary>The path among the arguments of a command; null for one of another provider.</summary>
    public static DrivePath? OfArguments(IDictionary bound) => Of(bound["Path"] ?? bound["LiteralPath"], isListed: false);

    /// <summary>The path whose objects are piped to a command; null for other input.</summary>
    public static DrivePath? OfPipeline(CommandAst command)
    {
        if (command.Parent is not PipelineAst pipeline || pipeline.PipelineElements[0] is not CommandAst first || first == command)
        {
            return null;
        }

        bool arePassing = pipeline.PipelineElements.Skip(1).TakeWhile(element => element != command).All(element => element is CommandAst between && IsOneOf(between, s_passing));
        if (!arePassing || !(IsOneOf(first, s_getItem) || IsOneOf(first, s_getChildItem)))
        {
            return null;
        }

        Dictionary<string, ParameterBindingResult> bound = StaticParameterBinder.BindCommand(first, resolve: true).BoundParameters;
        ParameterBindingResult? path = bound.GetValueOrDefault("Path") ?? bound.GetValueOrDefault("LiteralPath");
        return Of(path?.ConstantValue, IsOneOf(first, s_getChildItem));
    }

    private static bool IsOneOf(CommandAst command, string[] names) => names.Contains(command.GetCommandName(), StringComparer.OrdinalIgnoreCase);

    private static DrivePath? Of(object? path, bool isListed)
    {
        if (path is not string { Length: > 0 } text)
        {
            return null;
        }

        using var shell = PowerShell.Create(RunspaceMode.CurrentRunspace);
        SessionState session = shell.AddScript("$ExecutionContext.SessionState").Invoke<SessionState>().Single();
        string full = session.Path.GetUnresolvedProviderPathFromPSPath(text, out ProviderInfo provider, out PSDriveInfo drive);
        if (provider.ImplementingType != typeof(ProcFsProvider))
        {
            return null;
        }

        ProcRoot root = (drive as ProcDrive)?.ProcRoot ?? new ProcRoot();
        return new DrivePath(root, TreePath.RelativeTo(root.Path, TreePath.Normalize(full)), isListed);
    }
}
