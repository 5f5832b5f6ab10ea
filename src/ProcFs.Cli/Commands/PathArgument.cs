using System.CommandLine;
using System.CommandLine.Completions;
using ProcFs.Tree;

namespace ProcFs.Cli.Commands;

/// <summary>Paths of the tree, as users write them: <c>self/fd</c>, <c>/self/fd</c>, <c>/proc/self/fd</c>, <c>Proc:/self/fd</c>.</summary>
internal static class PathArgument
{
    private const string Drive = "Proc:";

    /// <summary>One path, or none for the root.</summary>
    public static Argument<string> CreateOptional() => Describe(new Argument<string>("path") { DefaultValueFactory = _ => "" });

    /// <summary>One path or several.</summary>
    public static Argument<string[]> CreateMany() => Describe(new Argument<string[]>("path") { Arity = ArgumentArity.OneOrMore });

    /// <summary>The path under the root.</summary>
    public static string RelativeTo(ProcRoot root, string path)
    {
        string plain = path.StartsWith(Drive, StringComparison.OrdinalIgnoreCase) ? path[Drive.Length..] : path;
        string below = TreePath.RelativeTo(root.Path, plain);
        return below == TreePath.Normalize(plain).TrimStart('/') ? TreePath.RelativeTo(ProcRoot.DefaultPath, plain) : below;
    }

    private static T Describe<T>(T argument)
        where T : Argument
    {
        // Without it, the help would list every path that completion offers.
        argument.HelpName = argument.Name;
        argument.Description = "A path under /proc, such as self/fd.";
        argument.CompletionSources.Add(Complete);
        return argument;
    }

    private static List<CompletionItem> Complete(CompletionContext context)
    {
        string typed = context.WordToComplete;
        string folder = typed[..(typed.LastIndexOf('/') + 1)];
        var names = new List<CompletionItem>();
        try
        {
            var root = new ProcRoot(context.ParseResult.GetValue(ProcFsCommand.Root) ?? ProcRoot.DefaultPath);
            if (new ProcTree(root).Find(RelativeTo(root, folder)) is IContainerNode container)
            {
                container.ReadChildren(
                    new Text.Wildcard(typed[folder.Length..] + "*"),
                    child => names.Add(new CompletionItem(folder + child.Name + (child.IsContainer ? "/" : ""))),
                    _ => { },
                    CancellationToken.None);
            }
        }
        catch (ProcException)
        {
            // There is nothing to offer.
        }

        return names;
    }
}
