using ProcFs.Fixtures;
using ProcFs.IO;

namespace ProcFs;

public sealed class CommandArgumentTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void An_argument_may_be_empty_or_have_lines() => Assert.Equal(["renamed", "", "two\nlines", "b\uDCFEd", "", ""], Read(4400).Select(row => row.Value));

    [Fact]
    public void Arguments_are_numbered() => Assert.Equal([0, 1, 2, 3, 4, 5], Read(4400).Select(row => row.Index));

    [Fact]
    public void A_kernel_thread_has_none() => Assert.Empty(Read(2));

    private List<CommandArgument> Read(int id)
    {
        var rows = new List<CommandArgument>();
        using ProcessDirectory process = ProcessDirectory.Open(modern.Root, id, new ReadScope(), out _)!;
        CommandArgument.ReadRows(new ProcSource(process, "cmdline"), row =>
        {
            rows.Add(row);
            return true;
        });
        return rows;
    }
}
