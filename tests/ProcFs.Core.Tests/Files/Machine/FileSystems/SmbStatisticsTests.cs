using ProcFs.Fixtures;

namespace ProcFs;

public sealed class SmbStatisticsTests(FixtureRoot modern, OldKernelRoot old) : IClassFixture<FixtureRoot>, IClassFixture<OldKernelRoot>
{
    [Fact]
    public void The_client_counts_sessions_buffers_and_reconnects()
    {
        SmbStatistics smb = modern.Root.Read<SmbStatistics>();
        Assert.Equal((1L, 4L, 1L, 5L, 2L, 30L), (smb.Sessions, smb.MountedShares, smb.Buffers, smb.BufferPool, smb.SmallBuffers, smb.SmallBufferPool));
        Assert.Equal((0L, 3L, 7L, 1580L, 6L), (smb.PendingRequests, smb.SessionReconnects, smb.ShareReconnects, smb.FileOperations, smb.MaximumFileOperations));
        Assert.Equal([9L], smb.MaximumRequestsInFlight);
        Assert.Empty(smb.Unavailable);
    }

    [Fact]
    public void A_share_counts_bytes_and_operations()
    {
        SmbShareStatistics[] shares = modern.Root.Read<SmbStatistics>().Shares;
        Assert.Equal([(@"\\files.example\home", true), (@"\\files.example\My Files", false)], shares.Select(share => (share.Name, share.IsDisconnected)));
        SmbShareStatistics home = shares[0];
        Assert.Equal((1316L, 409600L, 81920L, 2L, 1L), (home.Requests, home.BytesRead, home.BytesWritten, home.OpenFiles, home.OpenOnServer));
        Assert.Equal((120L, 5L, 12L, 1L, 6L), (home.Operations["Reads"], home.Failures["Reads"], home.Operations["Writes"], home.Failures["Writes"], home.Operations["OplockBreaks"]));
        Assert.Empty(home.Additional);
        Assert.Empty(home.Unavailable);
    }

    [Fact]
    public void A_command_has_times()
    {
        SmbCommandStatistics read = modern.Root.Read<SmbStatistics>().Commands[0];
        Assert.Equal((1, 8, 120L), (read.Server, read.Command, read.Count));
        Assert.Equal((2000.0, 4.0, 100.0), (read.TotalTime.TotalMilliseconds, read.Fastest.TotalMilliseconds, read.Slowest.TotalMilliseconds));
    }

    [Fact]
    public void A_share_of_SMB_1_counts_otherwise()
    {
        SmbShareStatistics share = Assert.Single(old.Root.Read<SmbStatistics>().Shares);
        Assert.Equal((9L, 82007L, 1024L, null), (share.Requests, share.BytesRead, share.BytesWritten, share.OpenFiles));
        Assert.Equal((3L, 9L, 4L, 5L, 6L, 2L), (share.Operations["Oplocks breaks"], share.Operations["Reads"], share.Operations["Writes"], share.Operations["T2 Renames"], share.Operations["FNext"], share.Operations["HardLinks"]));
        Assert.Equal(UnavailableReason.NotOnThisKernel, share.Unavailable[nameof(share.OpenFiles)]);
    }

    [Theory]
    [InlineData("1) a\nReads: x total 2 failed\n", nameof(SmbShareStatistics.Operations))]
    [InlineData("1) a\nReads: 1 total x failed\n", nameof(SmbShareStatistics.Failures))]
    [InlineData("1) a\nSMBs: x\n", nameof(SmbShareStatistics.Requests))]
    public void An_odd_value_affects_only_itself(string text, string property) =>
        Assert.Equal(UnavailableReason.Malformed, Assert.Single(SmbStatistics.Parse(Sources.Latin1(text), Sources.Of("Stats")).Shares).Unavailable[property]);
}
