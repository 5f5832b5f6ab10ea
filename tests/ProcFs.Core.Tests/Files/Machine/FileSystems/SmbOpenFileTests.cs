using ProcFs.Fixtures;
using ProcFs.Grammar;

namespace ProcFs;

public sealed class SmbOpenFileTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void A_file_has_ids_and_a_name()
    {
        SmbOpenFile[] files = [.. modern.Root.Rows<SmbOpenFile>(TestContext.Current.CancellationToken).Select(row => row.Item!)];
        Assert.Equal(["notes of May.txt", "log"], files.Select(file => file.Name));
        SmbOpenFile file = files[0];
        Assert.Equal((5UL, 0x4C000014UL, 0x9E51UL, 0x8000UL, 1, 4242, 1000U), (file.TreeId, file.SessionId, file.FileId, file.OpenFlags, file.Count, file.ProcessId, file.UserId));
    }

    [Fact]
    public void An_older_kernel_has_no_session()
    {
        (List<SmbOpenFile> files, List<ProcException> errors) = GrammarFile.Read<SmbOpenFile>("# <tree id> <persistent fid> <flags> <count> <pid> <uid> <filename>\n0x5 0x7 0x8000 1 42 0 a\n0x5\n", SmbOpenFile.ReadRows);
        SmbOpenFile file = Assert.Single(files);
        Assert.Equal((null, 7UL, 42, "a", UnavailableReason.NotOnThisKernel), (file.SessionId, file.FileId, file.ProcessId, file.Name, file.Unavailable["SessionId"]));
        Assert.Equal(3, Assert.Single(errors).LineNumber);
    }
}
