using ProcFs.Fixtures;

namespace ProcFs;

public sealed class FileSystemTypeTests
{
    [Theory]
    [InlineData("nodev\tsysfs", "sysfs", false)]
    [InlineData("\text4", "ext4", true)]
    public void A_file_system_needs_a_device_or_not(string line, string name, bool needsDevice)
    {
        FileSystemType type = FileSystemType.Parse(Sources.Latin1(line), Sources.Of("filesystems"))!;
        Assert.Equal((name, needsDevice, name), (type.Name, type.NeedsDevice, $"{type}"));
    }

    [Theory]
    [InlineData("ext4")]
    [InlineData("nodev\t")]
    [InlineData("some\text4")]
    public void Another_line_is_not_a_row(string line) => Assert.Null(FileSystemType.Parse(Sources.Latin1(line), Sources.Of("filesystems")));

    [Fact]
    public void This_machine_knows_its_own_file_system() =>
        Assert.Contains(new ProcRoot().Rows<FileSystemType>(TestContext.Current.CancellationToken), row => row.Item is { Name: "proc", NeedsDevice: false });
}
