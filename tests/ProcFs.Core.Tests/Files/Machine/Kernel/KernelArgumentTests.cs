using ProcFs.Fixtures;
using ProcFs.Grammar;

namespace ProcFs;

public sealed class KernelArgumentTests(FixtureRoot modern, OldKernelRoot old) : IClassFixture<FixtureRoot>, IClassFixture<OldKernelRoot>
{
    [Fact]
    public void Arguments_have_names_and_values()
    {
        List<KernelArgument> arguments = Read(modern.Root);
        Assert.Equal(["BOOT_IMAGE", "root", "ro", "console", "console", "quiet", "dyndbg", "usbcore.autosuspend", "log_buf_len", "single", "--verbose"], arguments.Select(argument => argument.Name));
        Assert.Equal(("UUID=11111111-2222-3333-4444-555555555555", null, "ttyS0,115200n8"), (arguments[1].Value, arguments[2].Value, arguments[4].Value));
        Assert.Equal((0, 1, 5), (arguments[3].Repetition, arguments[4].Repetition, arguments[4].Number));
        Assert.Equal("console=ttyS0,115200n8", $"{arguments[4]}");
        Assert.Equal(["root=/dev/sda1", "ro", "quiet"], Read(old.Root).Select(argument => argument.Text));
    }

    [Fact]
    public void Quotes_hold_blanks_together()
    {
        List<KernelArgument> arguments = Read(modern.Root);
        Assert.Equal((true, "file ec.c +p; file x.c +p"), (arguments[6].IsQuoted, arguments[6].Value));
        Assert.Equal((true, "-1", "\"usbcore.autosuspend=-1\""), (arguments[7].IsQuoted, arguments[7].Value, arguments[7].Text));
        Assert.False(arguments[8].IsQuoted);
    }

    [Fact]
    public void Arguments_after_two_dashes_are_for_the_first_process()
    {
        Assert.Equal(["single", "--verbose=2"], Read(modern.Root).Where(argument => argument.IsForInit).Select(argument => argument.Text));
        Assert.DoesNotContain(Read(old.Root), argument => argument.IsForInit);
    }

    [Theory]
    [InlineData("a=\"b c", "a", "b c")]
    [InlineData("\"", "\"", null)]
    [InlineData("a=", "a", "")]
    [InlineData("a=b=c", "a", "b=c")]
    [InlineData("=b", "=b", null)]
    [InlineData("\"a b=c d\"", "a b", "c d")]
    [InlineData("x\"y z\"", "x\"y z\"", null)]
    public void Odd_arguments_are_read_as_the_kernel_reads_them(string text, string name, string? value)
    {
        KernelArgument argument = Assert.Single(GrammarFile.Read<KernelArgument>(text, KernelArgument.ReadRows).Rows);
        Assert.Equal((name, value), (argument.Name, argument.Value));
    }

    [Fact]
    public void The_arguments_of_this_kernel_are_all_there()
    {
        string text = File.ReadAllText("/proc/cmdline").Trim();
        string[] words = [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word != "--")];
        Assert.SkipWhen(text.Contains('"', StringComparison.Ordinal), "An argument is quoted.");
        Assert.Equal(words, Read(new ProcRoot()).Select(argument => argument.Text));
    }

    private static List<KernelArgument> Read(ProcRoot root) =>
        [.. root.Rows<KernelArgument>(TestContext.Current.CancellationToken).Select(outcome => outcome.Item ?? throw outcome.Error!)];
}
