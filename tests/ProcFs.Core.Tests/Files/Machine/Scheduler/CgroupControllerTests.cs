using ProcFs.Fixtures;
using ProcFs.Grammar;

namespace ProcFs;

public sealed class CgroupControllerTests(FixtureRoot modern, OldKernelRoot old) : IClassFixture<FixtureRoot>, IClassFixture<OldKernelRoot>
{
    [Fact]
    public void A_controller_has_a_hierarchy_and_may_be_off()
    {
        List<CgroupController> controllers = Read(modern.Root);
        Assert.Equal(["cpuset", "cpu", "memory", "hugetlb", "misc"], controllers.Select(controller => $"{controller}"));
        Assert.Equal((4, 129, true), (controllers[2].HierarchyId, controllers[2].Cgroups, controllers[2].IsEnabled));
        Assert.Equal((0, false), (controllers[3].HierarchyId, controllers[3].IsEnabled));
    }

    [Fact]
    public void An_older_kernel_has_other_controllers() => Assert.Equal(["cpuset", "ns", "memory"], Read(old.Root).Select(controller => controller.Name));

    [Fact]
    public void A_new_column_is_kept_and_an_odd_value_affects_only_itself_alone()
    {
        CgroupController controller = Assert.Single(GrammarFile.Read<CgroupController>("#subsys_name hierarchy num_cgroups enabled new\ncpu ? 7 1 x\n", CgroupController.ReadRows).Rows);
        Assert.Equal((null, 7, "x", UnavailableReason.Malformed), (controller.HierarchyId, controller.Cgroups, controller.Additional["new"], controller.Unavailable["HierarchyId"]));
    }

    [Fact]
    public void This_kernel_has_controllers()
    {
        Assert.SkipUnless(File.Exists("/proc/cgroups"), "This kernel has no control groups (CONFIG_CGROUPS).");
        Assert.All(Read(new ProcRoot()), controller => Assert.Empty(controller.Unavailable));
    }

    private static List<CgroupController> Read(ProcRoot root) =>
        [.. root.Rows<CgroupController>(TestContext.Current.CancellationToken).Select(outcome => outcome.Item ?? throw outcome.Error!)];
}
