namespace ProcFs;

public sealed class FileDescriptorInfoTests
{
    [Fact]
    public void The_keys_that_all_files_have_are_typed()
    {
        FileDescriptorInfo info = Of(3);
        Assert.Equal((NamespaceFixture.ProcessId, "keeper", 3), (info.ProcessId, info.ProcessName, info.Number));
        Assert.Equal((100, 27, 131073ul), (info.Position, info.MountId, info.Inode));
        Assert.Equal((FileDescriptorAccess.ReadWrite, Convert.ToInt64("2100002", 8)), (info.Access, info.FlagBits));
    }

    [Fact]
    public void Keys_that_repeat_are_all_kept_in_order()
    {
        Assert.Equal(
            [("lock", "1: FLOCK  ADVISORY  WRITE 4242 fe:00:131073 0 EOF"), ("lock", "2: POSIX  ADVISORY  WRITE 4242 fe:00:131073 0 9")],
            Of(3).Additional.Select(pair => (pair.Key, pair.Value)));
        Assert.Equal(["tfd", "tfd"], Of(4).Additional.Select(pair => pair.Key));
        Assert.StartsWith("5 events: 80000019", Of(4).Additional[0].Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_with_a_space_or_without_a_colon_are_kept()
    {
        Assert.Equal(["inotify", "inotify"], Of(5).Additional.Select(pair => pair.Key));
        Assert.StartsWith("wd:2 ino:b28039", Of(5).Additional[0].Value, StringComparison.Ordinal);
        Assert.Equal(["clockid", "ticks", "settime flags", "it_value", "it_interval"], Of(6).Additional.Select(pair => pair.Key));
        Assert.Equal([("SqMask", "0x7"), ("CqOverflowList", ""), ("", "user_data=1, res=0, flags=0")], Of(9).Additional.Select(pair => (pair.Key, pair.Value)));
    }

    [Fact]
    public void A_key_that_an_older_kernel_lacks_is_null()
    {
        FileDescriptorInfo info = Of(8);
        Assert.Null(info.MountId);
        Assert.Null(info.Inode);
        Assert.Equal(FileDescriptorAccess.Write, info.Access);
    }

    [Fact]
    public void A_descriptor_that_only_stands_for_a_path_has_no_access() => Assert.Equal(FileDescriptorAccess.None, Of(7).Access);

    [Theory]
    [InlineData("2100002", "x86_64", FileStatusFlags.CloseOnExec | FileStatusFlags.LargeFile)]
    [InlineData("2400002", "aarch64", FileStatusFlags.CloseOnExec | FileStatusFlags.LargeFile)]
    [InlineData("12200000", "x86_64", FileStatusFlags.Path | FileStatusFlags.CloseOnExec | FileStatusFlags.Directory)]
    [InlineData("12040000", "aarch64", FileStatusFlags.Path | FileStatusFlags.CloseOnExec | FileStatusFlags.Directory)]
    [InlineData("40000", "x86_64", FileStatusFlags.Direct)]
    [InlineData("200000", "aarch64", FileStatusFlags.Direct)]
    [InlineData("400000", "x86_64", FileStatusFlags.NoFollow)]
    [InlineData("100000", "aarch64", FileStatusFlags.NoFollow)]
    [InlineData("4012001", "x86_64", FileStatusFlags.Append | FileStatusFlags.DataSync | FileStatusFlags.Sync)]
    [InlineData("3", "x86_64", FileStatusFlags.None)]
    public void Flags_are_decoded_for_each_architecture(string octal, string architecture, FileStatusFlags flags) =>
        Assert.Equal(flags, OpenFileFlags.NamesOf(Convert.ToInt64(octal, 8), architecture));

    [Theory]
    [InlineData("pos:\tx\nino:\t5\n", "Position")]
    [InlineData("flags:\t08\nino:\t5\n", "Access,FlagBits,Flags")]
    [InlineData("mnt_id:\t\nino:\t5\n", "MountId")]
    [InlineData("mnt_id:\t99999999999\nino:\t5\n", "MountId")]
    [InlineData("ino:\t-1\npos:\t1\n", "Inode")]
    public void An_odd_value_costs_its_properties_alone(string text, string properties)
    {
        FileDescriptorInfo info = Parse(text);
        Assert.Equal(
            properties,
            string.Join(',', info.Unavailable.Where(field => field.Value == UnavailableReason.Malformed).Select(field => field.Key).Order()));
        Assert.Equal(properties == "Inode" ? (1L, null) : (null, 5UL), (info.Position, info.Inode));
    }

    [Fact]
    public void Empty_lines_and_an_empty_file_are_no_error()
    {
        Assert.Equal((5L, 0), (Parse("\n\npos:\t5\n\n").Position, Parse("\n").Additional.Length));
        Assert.All(Parse("").Unavailable.Values, reason => Assert.Equal(UnavailableReason.NotOnThisKernel, reason));
    }

    [Fact]
    public void A_file_of_this_process_keeps_its_position()
    {
        string path = Path.GetTempFileName();
        try
        {
            using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
            file.Write(new byte[123]);
            int number = (int)file.SafeFileHandle.DangerousGetHandle();
            var info = Assert.IsType<FileDescriptorInfo>(new Tree.ProcTree(new ProcRoot()).Get($"self/fdinfo/{number}").GetItem());
            Assert.Equal((number, FileDescriptorAccess.Write), (info.Number, info.Access));
            Assert.True(info.Flags!.Value.HasFlag(FileStatusFlags.CloseOnExec));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static FileDescriptorInfo Parse(string text) => FileDescriptorInfo.Parse(NamespaceFixture.Bytes(text), new ProcSource(NamespaceFixture.Root, "4242/fdinfo/3"));

    private static FileDescriptorInfo Of(int number) => Assert.IsType<FileDescriptorInfo>(NamespaceFixture.Item($"4242/fdinfo/{number}"));
}
