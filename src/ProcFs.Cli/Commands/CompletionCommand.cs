using System.CommandLine;
using ProcFs.Cli.Output;

namespace ProcFs.Cli.Commands;

/// <summary><c>procfs completion</c>: the completion script for a shell.</summary>
internal static class CompletionCommand
{
    // Suggestions include names that processes choose: they are compared and quoted, never evaluated.
    private const string Bash = """
        _procfs() {
            local word=${COMP_WORDS[COMP_CWORD]} suggestion
            COMPREPLY=()
            while IFS= read -r suggestion; do
                [[ $suggestion == "$word"* ]] || continue
                [[ $suggestion == */ ]] && compopt -o nospace
                COMPREPLY+=("$(printf %q "$suggestion")")
            done < <(procfs "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)
        }
        complete -F _procfs procfs

        """;

    private const string Zsh = """
        #compdef procfs
        _procfs() {
            local -a suggestions folders
            suggestions=("${(@f)$(procfs "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null)}")
            folders=(${(M)suggestions:#*/})
            suggestions=(${suggestions:#*/})
            compadd -- $suggestions
            compadd -S '' -- $folders
        }
        if [ "$funcstack[1]" = "_procfs" ]; then _procfs "$@"; else compdef _procfs procfs; fi

        """;

    public static Command Create(StandardOutput output)
    {
        var shell = new Argument<string>("shell") { Description = "The shell: bash or zsh." };
        shell.AcceptOnlyFromAmong("bash", "zsh");
        var command = new ExampleCommand("completion", "Writes the completion script for a shell.")
        {
            Examples =
            [
                ("source <(procfs completion bash)", "in ~/.bashrc"),
                ("procfs completion zsh > ~/.zfunc/_procfs", "in a folder of zsh's fpath"),
            ],
        };
        command.Arguments.Add(shell);
        command.SetAction(parsed => output.Write(parsed.GetValue(shell) == "bash" ? Bash : Zsh));
        return command;
    }
}
