using System.Formats.Tar;
using System.IO.Compression;
using ProcFs.Fixtures;
using ProcFs.Tree;

namespace ProcFs;

/// <summary>Archives as roots: what they answer, and what is refused.</summary>
public sealed class ArchiveTests
{
    private const string Stat = "7 (worker) S 1 7 7 0 -1 4194304 0 0 0 0 100 50 0 0 20 0 1 0 500 1000000 100 18446744073709551615 1 1 0 0 0 0 0 0 0 0 0 0 17 0 0 0 0 0 0 0 0 0 0 0 0 0 0";

    [Theory]
    [InlineData("x.tar")]
    [InlineData("x.tar.gz")]
    [InlineData("x.tgz")]
    public void An_archive_is_read_like_a_folder(string name)
    {
        using TestArchive archive = Small().Save(name);
        var root = new ProcRoot(archive.Path);
        Assert.False(root.IsLive);
        Assert.Equal(archive.Path, root.Path);
        Assert.Equal([7], root.EnumerateProcessIds());
        Assert.Equal(0.5, root.Read<LoadAverage>().OneMinute);
        Assert.Equal("worker", root.Process(7).ProcessName);
        FileDescriptor descriptor = Assert.Single(new DescriptorQuery().Read(root.Processes(), cancellation: TestContext.Current.CancellationToken)).Item!;
        Assert.Equal((3, "/var/log/app.log", true), (descriptor.Number, descriptor.Target, descriptor.IsDeleted));
        Assert.Equal("7", new ProcTree(root).Get("7").Name);
    }

    [Fact]
    public void A_proc_some_folders_below_is_found()
    {
        using TestArchive archive = new TestArchive().File("sosreport-host/sos_commands/x", "1").File("sosreport-host/proc/loadavg", "0.50 0.40 0.30 1/200 7\n").Save();
        Assert.Equal(0.4, new ProcRoot(archive.Path).Read<LoadAverage>().FiveMinutes);
    }

    [Fact]
    public void A_link_inside_is_followed_and_one_out_leads_nowhere()
    {
        using TestArchive archive = Small().Link("proc/self", "7").Link("proc/net", "self/net").File("proc/7/net/dev", "x").Link("proc/8", "../../../../proc/1").Link("proc/9", "/proc/1").Save();
        var root = new ProcRoot(archive.Path);
        Assert.Equal("x", Text(root, "net/dev"));
        Assert.Equal(ProcErrorKind.NotFound, Assert.Throws<ProcException>(() => Text(root, "8/stat")).Kind);
        Assert.Equal(ProcErrorKind.NotFound, Assert.Throws<ProcException>(() => Text(root, "9/stat")).Kind);
        Assert.Equal(ProcErrorKind.NotFound, Assert.Throws<ProcException>(() => Text(root, "7/fd/3")).Kind);
    }

    [Fact]
    public void Links_in_a_circle_end()
    {
        using TestArchive archive = Small().Link("proc/a", "b").Link("proc/b", "a").Save();
        Assert.Throws<ProcException>(() => Text(new ProcRoot(archive.Path), "a/stat"));
    }

    [Theory]
    [InlineData("proc/../../etc/passwd")]
    [InlineData("../proc/stat")]
    [InlineData("/proc/stat")]
    public void A_name_that_leads_out_is_refused(string name) => AssertRefused(Small().File(name, "x"), name);

    [Fact]
    public void A_device_is_refused() => AssertRefused(Small().Device("proc/null"), "proc/null");

    [Fact]
    public void A_pipe_is_refused() => AssertRefused(Small().Pipe("proc/pipe"), "proc/pipe");

    [Fact]
    public void A_member_through_a_link_is_refused() => AssertRefused(Small().Link("proc/etc", "/etc").File("proc/etc/passwd", "x"), "proc/etc/passwd");

    [Fact]
    public void A_hard_link_out_is_refused() => AssertRefused(Small().Link("proc/shadow", "etc/shadow", TarEntryType.HardLink), "proc/shadow");

    [Fact]
    public void A_hard_link_inside_has_the_same_content()
    {
        using TestArchive archive = Small().Link("proc/uptime", "proc/loadavg", TarEntryType.HardLink).Save();
        Assert.StartsWith("0.50", Text(new ProcRoot(archive.Path), "uptime"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_truncated_archive_is_refused_at_every_length()
    {
        using TestArchive archive = Small().Save("x.tar");
        byte[] bytes = File.ReadAllBytes(archive.Path);
        int end = bytes.AsSpan().LastIndexOfAnyExcept((byte)0);
        for (int length = 1; length < end; length += 173)
        {
            string path = archive.Write("cut.tar", bytes[..length]);
            ProcException error = Assert.Throws<ProcException>(() => new ProcRoot(path));
            Assert.Contains("cut.tar", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_truncated_compressed_archive_is_refused()
    {
        using TestArchive archive = Small().Save();
        byte[] bytes = File.ReadAllBytes(archive.Path);
        string path = archive.Write("cut.tar.gz", bytes[..(bytes.Length * 2 / 3)]);
        Assert.Throws<ProcException>(() => new ProcRoot(path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("this is no archive")]
    public void Other_content_is_refused(string content)
    {
        using var archive = new TestArchive();
        string path = archive.Write("x.tar", System.Text.Encoding.ASCII.GetBytes(content));
        Assert.Throws<ProcException>(() => new ProcRoot(path));
    }

    [Fact]
    public void An_archive_without_a_proc_is_refused()
    {
        using TestArchive archive = new TestArchive().File("etc/hosts", "x").Save();
        Assert.Contains("laid out like /proc", Assert.Throws<ProcException>(() => new ProcRoot(archive.Path)).Message, StringComparison.Ordinal);
    }

    // A member of 10 GB of zeros, which gzip makes ten megabytes of: only its header is here.
    [Fact]
    public void A_member_of_ten_gigabytes_is_refused_before_it_is_read()
    {
        using var archive = new TestArchive();
        byte[] header = new byte[512];
        "proc/big"u8.CopyTo(header);
        "00000000000\0"u8.CopyTo(header.AsSpan(124));
        header[124] = 0x80;
        header[131] = 0x02;
        header[132] = 0x80;
        header[156] = (byte)'0';
        header.AsSpan(148, 8).Fill((byte)' ');
        string sum = $"{Convert.ToString(header.Sum(one => one), 8).PadLeft(6, '0')}\0";
        System.Text.Encoding.ASCII.GetBytes(sum).CopyTo(header, 148);
        string path = archive.Write("bomb.tar", [.. header, .. new byte[4096]]);
        ProcException error = Assert.Throws<ProcException>(() => new ProcRoot(path));
        Assert.Contains("proc/big", error.Message, StringComparison.Ordinal);
        Assert.Contains("bomb.tar", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_members_that_are_too_much_together_are_refused()
    {
        using var archive = new TestArchive();
        string path = archive.Write("bomb.tar.gz", []);
        using (var stream = new GZipStream(File.Create(path), CompressionLevel.Fastest))
        {
            byte[] content = new byte[64 * 1024 * 1024];
            for (int i = 0; i < 20; i++)
            {
                IO.TarWriter.Write(stream, System.Text.Encoding.ASCII.GetBytes($"proc/{i}/maps"), Interop.FileKind.Regular, 0x124, 0, content);
            }

            IO.TarWriter.End(stream);
        }

        ProcException error = Assert.Throws<ProcException>(() => new ProcRoot(path));
        Assert.Contains("larger than a capture", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hundred_thousand_members_are_read()
    {
        using var archive = new TestArchive();
        string path = archive.Write("many.tar.gz", []);
        using (var stream = new GZipStream(File.Create(path), CompressionLevel.Fastest))
        {
            for (int i = 1; i <= 100_000; i++)
            {
                IO.TarWriter.Write(stream, System.Text.Encoding.ASCII.GetBytes($"proc/{i}/comm"), Interop.FileKind.Regular, 0x124, 0, "x\n"u8);
            }

            IO.TarWriter.End(stream);
        }

        Assert.Equal(100_000, new ProcRoot(path).EnumerateProcessIds().Count);
    }

    [Fact]
    public void An_extended_header_of_a_gigabyte_is_refused()
    {
        using TestArchive archive = Small().Save("x.tar");
        byte[] header = File.ReadAllBytes(archive.Path)[..512];
        "10000000000\0"u8.CopyTo(header.AsSpan(124));
        header[156] = (byte)'L';
        header.AsSpan(148, 8).Fill((byte)' ');
        System.Text.Encoding.ASCII.GetBytes($"{Convert.ToString(header.Sum(one => one), 8).PadLeft(6, '0')}\0").CopyTo(header, 148);
        string path = archive.Write("long.tar", [.. header, .. new byte[4096]]);
        Assert.Contains("too long", Assert.Throws<ProcException>(() => new ProcRoot(path)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not json", "is not the manifest")]
    [InlineData("{}", "has no version")]
    [InlineData("""{"version":99}""", "version 99")]
    [InlineData("""{"version":1,"pageSize":-1}""", "impossible")]
    public void A_wrong_manifest_is_refused(string json, string message)
    {
        using TestArchive archive = Small().File(CaptureManifest.FileName, json).Save();
        ProcException error = Assert.Throws<ProcException>(() => new ProcRoot(archive.Path));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Contains("x.tar.gz", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_manifest_answers_for_the_machine()
    {
        const string Manifest = """
            {"version":1,"pageSize":65536,"ticksPerSecond":1000,"bootTime":"2024-01-01T00:00:00+00:00","architecture":"ppc64le","isBigEndian":true,
            "users":{"1000":"alice"},"groups":{"1000":"staff"},"denied":[{"files":["io","task/<tid>/io"],"processes":[7]}],
            "targets":[{"links":["7/fd/3"],"mode":33188,"size":4096,"inode":99,"deviceMajor":8,"deviceMinor":1}],"names":["/var/log/app.log (deleted)"]}
            """;
        using TestArchive archive = Small().File(CaptureManifest.FileName, Manifest).Save();
        var root = new ProcRoot(archive.Path);
        Assert.Equal((65536, 1000, "ppc64le"), (root.Facts.PageSize, root.Facts.TicksPerSecond, root.Facts.Architecture));
        Assert.Equal(("alice", "staff"), (root.Accounts.UserName(1000), root.Accounts.GroupName(1000)));
        Assert.Null(root.Accounts.UserName(0));
        Assert.Equal(TimeSpan.FromMilliseconds(100), root.Process(7).Read<ProcessStat>().UserTime);
        Assert.Equal(ProcErrorKind.AccessDenied, Assert.Throws<ProcException>(() => root.Process(7).Read<ProcessIo>()).Kind);
        FileDescriptor descriptor = Assert.Single(new DescriptorQuery().Read(root.Processes(), cancellation: TestContext.Current.CancellationToken)).Item!;
        Assert.Equal(("/var/log/app.log (deleted)", false, FileDescriptorType.File), (descriptor.Target, descriptor.IsDeleted, descriptor.Type));
    }

    private static TestArchive Small() => new TestArchive()
        .Folder("proc/")
        .File("proc/loadavg", "0.50 0.40 0.30 1/200 7\n")
        .File("proc/7/stat", Stat + "\n")
        .File("proc/7/comm", "worker\n")
        .Link("proc/7/fd/3", "/var/log/app.log (deleted)");

    private static void AssertRefused(TestArchive archive, string member)
    {
        using TestArchive saved = archive.Save();
        ProcException error = Assert.Throws<ProcException>(() => new ProcRoot(saved.Path));
        Assert.Equal(ProcErrorKind.Malformed, error.Kind);
        Assert.Contains(member, error.Message, StringComparison.Ordinal);
        Assert.Contains("x.tar.gz", error.Message, StringComparison.Ordinal);
    }

    private static string Text(ProcRoot root, string path)
    {
        var buffer = new IO.ReadBuffer();
        Interop.Errno error = buffer.ReadFile(root.Handle, path);
        return error == Interop.Errno.None ? System.Text.Encoding.Latin1.GetString(buffer.Bytes) : throw ProcException.FromError(error, root, path);
    }
}
