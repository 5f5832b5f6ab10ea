using System.Collections;
using System.Globalization;
using System.Text;

namespace ProcFs.Remoting;

/// <summary>A call of a cmdlet as a command line of <c>procfs</c>, whose options have the names of the parameters.</summary>
internal static class AgentCommand
{
    private static readonly Dictionary<string, string[]> s_subcommands = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Get-ProcFd"] = ["fd"],
        ["Get-ProcStatus"] = ["status"],
        ["Get-ProcProcess"] = ["process"],
        ["Get-ProcSocket"] = ["socket"],
        ["Get-ProcMap"] = ["map"],
        ["Get-ProcMemory"] = ["memory"],
        ["Get-ProcLimit"] = ["limit"],
        ["Get-ProcEnvironment"] = ["env"],
        ["Get-ProcMount"] = ["mount"],
        ["Get-ProcWait"] = ["wait"],
        ["Get-ProcTree"] = ["tree"],
        ["Measure-ProcUsage"] = ["usage"],
        ["Watch-ProcFd"] = ["watch"],
        ["Watch-ProcProcess"] = ["events"],
        ["Get-KernelSymbol"] = ["symbol"],
        ["Get-KernelMemory"] = ["get", "meminfo"],
        ["Get-KernelCpu"] = ["get", "cpuinfo"],
        ["Get-KernelDisk"] = ["get", "diskstats"],
        ["Get-KernelModule"] = ["get", "modules"],
    };

    // The options that are not named like the parameter.
    private static readonly Dictionary<(string Subcommand, string Parameter), string> s_otherNames = new()
    {
        [("limit", "Limit")] = "resource",
        [("map", "Path")] = "target",
    };

    /// <summary>The words of the command line.</summary>
    /// <exception cref="NotSupportedException">The command cannot answer this.</exception>
    public static string[] WordsOf(string cmdlet, Hashtable parameters)
    {
        if (!s_subcommands.TryGetValue(cmdlet, out string[]? subcommand))
        {
            throw new NotSupportedException($"{cmdlet} needs PowerShell on the machine; the command procfs cannot answer it.");
        }

        var words = new List<string>(subcommand);
        var names = new List<string>();
        foreach (DictionaryEntry parameter in parameters)
        {
            string name = (string)parameter.Key;
            bool isArgument = subcommand[0] == "symbol" && name == "Name";
            if (isArgument)
            {
                names.AddRange(TextsOf(parameter.Value));
            }
            else if (name != "Verbose")
            {
                words.AddRange(OptionOf(subcommand[0], name, parameter.Value));
            }
        }

        return [.. words, "--jsonl", .. names.Count > 0 ? ["--", .. names] : names];
    }

    /// <summary>A word as the shell takes it.</summary>
    public static string Quote(string word) => $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    private static IEnumerable<string> OptionOf(string subcommand, string name, object? value)
    {
        string option = "--" + (s_otherNames.GetValueOrDefault((subcommand, name)) ?? Dashed(name));
        return value switch
        {
            bool isGiven => isGiven ? [option] : [],
            _ => TextsOf(value).SelectMany(text => new[] { option, text }),
        };
    }

    private static IEnumerable<string> TextsOf(object? value) => value switch
    {
        string text => [text],
        TimeSpan time => [time.TotalSeconds.ToString(CultureInfo.InvariantCulture)],
        IEnumerable values => values.Cast<object>().SelectMany(TextsOf),
        _ => [Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""],
    };

    // LocalPort is --local-port.
    private static string Dashed(string name)
    {
        var text = new StringBuilder();
        foreach (char letter in name)
        {
            text.Append(char.IsUpper(letter) && text.Length > 0 ? "-" : "").Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }
}
