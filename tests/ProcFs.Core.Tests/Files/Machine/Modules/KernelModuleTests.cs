using ProcFs.Fixtures;
using ProcFs.Grammar;

namespace ProcFs;

public sealed class KernelModuleTests(FixtureRoot modern, OldKernelRoot old) : IClassFixture<FixtureRoot>, IClassFixture<OldKernelRoot>
{
    [Fact]
    public void A_module_has_users_and_an_address()
    {
        List<KernelModule> modules = Read(modern.Root);
        KernelModule module = modules[0];
        Assert.Equal(("nf_tables", 376832L, 4, "Live", 0xffffffffc0a21000), (module.Name, module.Size, module.References, module.State, module.Address));
        Assert.Equal(["nft_ct", "nft_chain_nat"], module.UsedBy);
        Assert.Equal(("", "nf_tables"), (module.Taints, $"{module}"));
        Assert.Equal((true, 0), (modules[3].IsPermanent, modules[3].UsedBy.Length));
        Assert.Equal(["Loading", "Live"], modules.Select(row => row.State).Distinct().Order().Reverse());
    }

    [Fact]
    public void Taints_have_names()
    {
        Assert.Equal(["Proprietary", "OutOfTree", "Unsigned"], Read(modern.Root)[1].TaintNames);
        Assert.Equal(["BeingLoaded"], Read(modern.Root)[4].TaintNames);
        Assert.Equal(["ForcedLoad"], Read(old.Root)[1].TaintNames);
    }

    [Fact]
    public void An_address_of_zeros_is_hidden()
    {
        KernelModule hidden = Read(modern.Root)[2];
        Assert.Equal((null, UnavailableReason.Denied), (hidden.Address, hidden.Unavailable["Address"]));
    }

    [Fact]
    public void A_kernel_that_cannot_unload_counts_no_references()
    {
        KernelModule module = Read(old.Root)[2];
        Assert.Equal((null, UnavailableReason.NotOnThisKernel), (module.References, module.Unavailable["References"]));
    }

    [Fact]
    public void An_odd_value_affects_only_itself_and_an_odd_line_is_one_error()
    {
        (List<KernelModule> modules, List<ProcException> errors) = GrammarFile.Read<KernelModule>("a ? x -\nodd\nb 5 1 c, Live zz (Q)\n", Lines.Read);
        Assert.Equal(["Address", "References", "Size", "State"], modules[0].Unavailable.Keys.Order());
        Assert.Equal(("Address", UnavailableReason.Malformed, "Q"), (Assert.Single(modules[1].Unavailable).Key, modules[1].Unavailable["Address"], Assert.Single(modules[1].TaintNames)));
        Assert.Equal(2, Assert.Single(errors).LineNumber);
    }

    [Fact]
    public void The_modules_of_this_machine_have_sizes()
    {
        Assert.SkipUnless(File.Exists("/proc/modules"), "This kernel has no modules (CONFIG_MODULES).");
        Assert.All(Read(new ProcRoot()), module => Assert.True(module.Size > 0));
    }

    private static List<KernelModule> Read(ProcRoot root) =>
        [.. root.Rows<KernelModule>(TestContext.Current.CancellationToken).Select(outcome => outcome.Item ?? throw outcome.Error!)];
}
