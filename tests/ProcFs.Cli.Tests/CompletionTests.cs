namespace ProcFs.Cli;

/// <summary>The completions in the shells.</summary>
public sealed class CompletionTests
{
    [Theory]
    [InlineData("procfs fd --num", "--number")]
    [InlineData("procfs ", "status")]
    [InlineData("procfs ls self/f", "self/fd/")]
    [InlineData("procfs get sys/vm/swap", "sys/vm/swappiness")]
    [InlineData("procfs fd --type Sock", "Socket")]
    [InlineData("procfs restore --keep-o", "--keep-owner")]
    [InlineData("procfs fd --group-by Tar", "Target")]
    public void Words_are_completed(string line, string expected) =>
        Assert.Contains(expected, ProcFsProcess.Run($"[suggest:{line.Length}]", line).Lines);

    [Fact]
    public void Bash_loads_the_script_and_offers_matches()
    {
        const string Script = """
            command=("$@"); procfs() { "${command[@]}" "$@"; }; source <(procfs completion bash)
            COMP_LINE='procfs fd --del'; COMP_POINT=${#COMP_LINE}; COMP_WORDS=(procfs fd --del); COMP_CWORD=2
            _procfs; printf '%s\n' "${COMPREPLY[@]}"
            """;
        ProcFsProcess.Result bash = ProcFsProcess.RunProgram(["bash", "-c", Script, "bash", .. ProcFsProcess.Command]);
        Assert.Equal("", bash.Error);
        Assert.Equal(["--deleted"], bash.Lines);
    }

    [Fact]
    public void Zsh_completes_what_is_typed_at_its_prompt()
    {
        // A zsh in its own terminal: each line is typed, completed, and shown between angle brackets.
        const string Script = """
            zmodload zsh/zpty || exit 9
            zpty shell zsh -f -i || exit 9
            zpty -w shell "procfs() { ${(j: :)${(q)@}} \"\$@\" }; PS1=; autoload -Uz compinit; compinit -D -u; source <(procfs completion zsh)
            bindkey '^X' complete-word; show() { print -r -- \"<\$BUFFER>\"; BUFFER= }; zle -N show; bindkey '^Y' show; print ready\$((1 + 1))"
            zpty -r -m shell seen '*ready2*'
            for line in 'procfs fd --del' 'procfs ls self/fdi' 'procfs get sys/vm/swap' 'procfs compl'; do
                zpty -n -w shell "$line"$'\x18\x19'
                zpty -r -m shell seen '*<*>*'
                print -r -- "${${seen##*<}%%>*}"
            done
            zpty -d shell
            """;
        ProcFsProcess.Result probe = ProcFsProcess.RunProgram("sh", "-c", "zsh -f -c 'zmodload zsh/zpty'");
        Assert.SkipUnless(probe.Status == 0, "zsh is not installed, or lacks terminals of its own.");
        ProcFsProcess.Result zsh = ProcFsProcess.RunProgram(["zsh", "-f", "-c", Script, "zsh", .. ProcFsProcess.Command]);
        Assert.Equal("", zsh.Error);
        Assert.Equal(["procfs fd --deleted ", "procfs ls self/fdinfo/", "procfs get sys/vm/swappiness ", "procfs completion "], zsh.Lines);
    }
}
