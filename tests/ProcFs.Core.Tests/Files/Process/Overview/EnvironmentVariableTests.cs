using ProcFs.Tree;

namespace ProcFs;

public sealed class EnvironmentVariableTests
{
    [Fact]
    public void Order_duplicates_and_odd_entries_are_kept()
    {
        EnvironmentVariable[] variables = NamespaceFixture.Rows<EnvironmentVariable>();
        Assert.Equal(
            [("PATH", "/bin"), ("A", "1"), ("A", "2"), ("NOVALUE", null), ("", null), ("EMPTY", ""), ("", "nameless"), ("X", "a=b\nc"), ("BAD", "\uDCFF\uDCFE"), ("dir/x", "1")],
            variables.Select(variable => (variable.Name, variable.Value)));
        Assert.Equal(Enumerable.Range(0, 10), variables.Select(variable => variable.Index));
        Assert.All(variables, variable => Assert.Equal((NamespaceFixture.ProcessId, "keeper"), (variable.ProcessId, variable.ProcessName)));
    }

    [Fact]
    public void The_text_of_an_entry_is_the_process_and_the_entry() => Assert.Equal(
        from entry in (string[])["PATH=/bin", "A=1", "A=2", "NOVALUE", "", "EMPTY=", "=nameless", @"X=a=b\nc"] select $"{NamespaceFixture.ProcessId}:{entry}",
        NamespaceFixture.Rows<EnvironmentVariable>().Take(8).Select(variable => variable.ToString()));

    [Fact]
    public void Rows_are_named_for_variables_if_a_path_can_hold_the_name()
    {
        var names = new List<string>();
        ((IContainerNode)new ProcTree(NamespaceFixture.Root).Get("4242/environ")).ReadChildren(null, node => names.Add(node.Name), error => throw error, CancellationToken.None);
        Assert.Equal(["PATH", "A", "A~2", "NOVALUE", "~4", "EMPTY", "~6", "X", "BAD", "~9"], names);
        Assert.All(names, name => Assert.IsType<EnvironmentVariable>(NamespaceFixture.Item($"4242/environ/{name}")));
    }

    [Fact]
    public void The_content_is_parted_by_nul()
    {
        var node = (IReadableNode)new ProcTree(NamespaceFixture.Root).Get("4242/environ");
        Assert.True(node.EndsEntriesWithNul);
        using Stream content = node.OpenRead();
        Assert.Equal('P', content.ReadByte());
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("\0", 1)]
    [InlineData("A=1\0\0\0", 3)]
    [InlineData("A=1\0CUT", 2)]
    public void Every_entry_that_a_nul_ends_counts(string text, int count)
    {
        (List<EnvironmentVariable> variables, List<ProcException> errors) = NamespaceFixture.Read<EnvironmentVariable>("environ", NamespaceFixture.Bytes(text));
        Assert.Equal(count, variables.Count);
        Assert.Empty(errors);
    }

    [Fact]
    public void A_real_process_with_such_an_environment_is_read_exactly()
    {
        byte[][] entries = ["A=1"u8.ToArray(), "B"u8.ToArray(), "A=2"u8.ToArray(), [], "C=x\ny"u8.ToArray(), [(byte)'D', (byte)'=', 0xFF], "=n"u8.ToArray()];
        int id = ExactProcess.StartSleeping(entries);
        try
        {
            List<EnvironmentVariable> variables = ReadWhenExecuted(id);
            Assert.Equal(entries, variables.Select(variable => Text.LosslessText.Encode(variable.Value is null ? variable.Name : $"{variable.Name}={variable.Value}")));
            Assert.Equal([("A", "1"), ("B", null), ("A", "2"), ("", null), ("C", "x\ny"), ("D", "\uDCFF"), ("", "n")], variables.Select(variable => (variable.Name, variable.Value)));
        }
        finally
        {
            ExactProcess.Reap(id);
        }
    }

    [Fact]
    public void A_zombie_has_no_environment()
    {
        int id = ExactProcess.StartZombie();
        try
        {
            Outcome<EnvironmentVariable> outcome = Assert.Single(NamespaceFixture.Outcomes<EnvironmentVariable>(new ProcRoot(), id));
            Assert.SkipWhen(outcome.Error?.Kind == ProcErrorKind.AccessDenied, "Only root may look for the environment of a zombie.");
            Assert.Equal(ProcErrorKind.NotFound, outcome.Error?.Kind);
        }
        finally
        {
            ExactProcess.Reap(id);
        }
    }

    // posix_spawn returns when the memory of the parent is released, which exec(2) does shortly before it sets up the new stack.
    private static List<EnvironmentVariable> ReadWhenExecuted(int id)
    {
        for (int attempt = 0; ; attempt++)
        {
            List<EnvironmentVariable> variables =
                [.. NamespaceFixture.Outcomes<EnvironmentVariable>(new ProcRoot(), id).Select(outcome => outcome.Item ?? throw outcome.Error!)];
            if (variables.Count > 0 || attempt == 200)
            {
                return variables;
            }

            Thread.Sleep(10);
        }
    }
}
