namespace ProcFs;

public sealed class MountTortureTests
{
    [Fact]
    public void Any_mount_point_and_source_is_read_back() => PrivateMounts.Run(folder =>
    {
        string target = Path.Combine(folder, "a b\tc\nd\\e#f\\040\u00e4");
        const string Source = "so ur\tce\n\\x#\\040";
        PrivateMounts.Mount(Source, target);
        AssertIsReadBack(target, Source);
    });

    [Fact]
    public void An_empty_source_is_read_as_one() => PrivateMounts.Run(folder =>
    {
        string target = Path.Combine(folder, "empty");
        PrivateMounts.Mount("", target);
        Assert.Contains("size=4k", AssertIsReadBack(target, "").SuperOptions);
    });

    // A process started by the thread is in the mount namespace of the thread.
    private static Mount AssertIsReadBack(string target, string source)
    {
        int id = ExactProcess.StartSleeping();
        try
        {
            Mount mount = Assert.Single(Rows<Mount>(id), mount => mount.Target == target);
            Assert.Equal((source, "tmpfs"), (mount.Source, mount.Type));
            MountEntry entry = Assert.Single(Rows<MountEntry>(id), entry => entry.Target == target);
            Assert.Equal((source, "tmpfs"), (entry.Source, entry.Type));
            MountStatistics statistics = Assert.Single(Rows<MountStatistics>(id), entry => entry.Target == target);
            Assert.Equal((source, "tmpfs"), (statistics.Source, statistics.Type));
            return mount;
        }
        finally
        {
            ExactProcess.Reap(id);
        }
    }

    private static IEnumerable<T> Rows<T>(int id)
        where T : class, IRow<T> =>
        NamespaceFixture.Outcomes<T>(new ProcRoot(), id).Select(outcome => outcome.Item ?? throw outcome.Error!);
}
