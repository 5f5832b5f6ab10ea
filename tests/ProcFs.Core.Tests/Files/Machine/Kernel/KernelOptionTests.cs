using ProcFs.Fixtures;

namespace ProcFs;

public sealed class KernelOptionTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void An_option_is_built_in_a_module_not_set_or_has_a_value()
    {
        var options = Read(modern.Root).ToDictionary(option => option.Name);
        Assert.Equal(("y", true, "Networking support"), (options["CONFIG_CC_IS_GCC"].Value, options["CONFIG_CC_IS_GCC"].IsEnabled, options["CONFIG_TLS"].Section));
        Assert.Equal(("m", true), (options["CONFIG_TLS"].Value, options["CONFIG_TLS"].IsEnabled));
        Assert.Equal(("n", false, "General setup"), (options["CONFIG_COMPILE_TEST"].Value, options["CONFIG_COMPILE_TEST"].IsEnabled, options["CONFIG_COMPILE_TEST"].Section));
        Assert.Equal(("32", "", "gcc (GCC) 15.1.0", "0x1000000"), (options["CONFIG_INIT_ENV_ARG_LIMIT"].Value, options["CONFIG_LOCALVERSION"].Value, options["CONFIG_CC_VERSION_TEXT"].Value, options["CONFIG_PHYSICAL_START"].Value));
        Assert.Equal(8, options.Count);
    }

    [Fact]
    public void What_is_not_packed_is_malformed()
    {
        using var root = new TemporaryRoot();
        root.Write("config.gz", "CONFIG_NET=y\n");
        Assert.Equal(ProcErrorKind.Malformed, Assert.Single(root.Root.Rows<KernelOption>(TestContext.Current.CancellationToken)).Error!.Kind);
    }

    [Fact]
    public void This_kernel_has_proc()
    {
        Assert.SkipUnless(File.Exists("/proc/config.gz"), "This kernel does not tell how it was built.");
        Assert.Contains(Read(new ProcRoot()), option => option is { Name: "CONFIG_PROC_FS", Value: "y" });
    }

    private static List<KernelOption> Read(ProcRoot root) =>
        [.. root.Rows<KernelOption>(TestContext.Current.CancellationToken).Select(outcome => outcome.Item ?? throw outcome.Error!)];
}
