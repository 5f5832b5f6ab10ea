namespace ProcFs;

public sealed class MountTests
{
    [Fact]
    public void Each_line_is_a_mount()
    {
        Mount[] mounts = NamespaceFixture.Rows<Mount>();
        Assert.Equal([22, 27, 63, 64, 66, 67, 68, 69, 70, 72], mounts.Select(mount => mount.MountId));
        Assert.All(mounts, mount => Assert.Equal((NamespaceFixture.ProcessId, "keeper"), (mount.ProcessId, mount.ProcessName)));
        Mount root = mounts[1];
        Assert.Equal((1, 254, 0, "/", "/", "ext4", "/dev/vda"), (root.ParentId, root.DeviceMajor, root.DeviceMinor, root.Root, root.Target, root.Type, root.Source));
        Assert.Equal(["rw", "relatime"], root.Options);
        Assert.Equal(["rw", "discard", "resuid=65534"], root.SuperOptions);
    }

    [Fact]
    public void Escapes_are_decoded_behind_the_splitting()
    {
        var mount = (Mount)NamespaceFixture.Item("4242/mountinfo/64");
        Assert.Equal("/srv/m/a b\tc\nd\\e#f", mount.Target);
        Assert.Equal("so ur\\ce#x", mount.Source);
    }

    [Fact]
    public void An_empty_source_shifts_no_field()
    {
        var mount = (Mount)NamespaceFixture.Item("4242/mountinfo/69");
        Assert.Equal(("tmpfs", ""), (mount.Type, mount.Source));
        Assert.Equal(["rw", "size=4k"], mount.SuperOptions);
    }

    [Fact]
    public void A_group_that_cannot_be_read_costs_its_property_alone()
    {
        (List<Mount> mounts, List<ProcException> errors) = NamespaceFixture.Read<Mount>(
            "mountinfo",
            NamespaceFixture.Bytes("1 1 0:1 / / rw shared:(null) master:2 - tmpfs none rw\n2 1 0:? / /a rw - tmpfs none rw\n3 1 0:1 / /b rw - tmpfs none rw\n"));
        Assert.Equal([1, 3], mounts.Select(mount => mount.MountId));
        Assert.Equal((MountPropagation.Shared | MountPropagation.Slave, null, 2), (mounts[0].Propagation, mounts[0].PeerGroup, mounts[0].MasterGroup));
        Assert.Equal(("PeerGroup", UnavailableReason.Malformed), (Assert.Single(mounts[0].Unavailable).Key, mounts[0].Unavailable["PeerGroup"]));
        Assert.Empty(mounts[1].Unavailable);
        Assert.Equal(2, Assert.Single(errors).LineNumber);
    }

    [Theory]
    [InlineData(22, MountPropagation.Private, null, null, null)]
    [InlineData(27, MountPropagation.Shared, 1, null, null)]
    [InlineData(66, MountPropagation.Shared | MountPropagation.Slave, 2, 1, 3)]
    [InlineData(67, MountPropagation.Unbindable, null, null, null)]
    public void Propagation_is_an_enumeration(int id, MountPropagation propagation, int? peers, int? master, int? from)
    {
        var mount = (Mount)NamespaceFixture.Item($"4242/mountinfo/{id}");
        Assert.Equal((propagation, peers, master, from), (mount.Propagation, mount.PeerGroup, mount.MasterGroup, mount.PropagateFromGroup));
        Assert.Empty(mount.Additional);
    }

    [Fact]
    public void Unknown_optional_fields_are_kept()
    {
        var mount = (Mount)NamespaceFixture.Item("4242/mountinfo/70");
        Assert.Equal(["later:7", "flag"], mount.Additional);
        Assert.Equal(("fuse.sshfs", "host:/sub"), (mount.Type, mount.Source));
    }

    [Fact]
    public void Commas_part_options_but_not_inside_quotes_or_escapes()
    {
        Assert.Equal(["rw", "context=\"u:r:t:s0:c1,c2\"", "user_id=0"], ((Mount)NamespaceFixture.Item("4242/mountinfo/70")).SuperOptions);
        Assert.Equal(["rw", "lowerdir=/srv/m/l\\,o w", "upperdir=/srv/m/up"], ((Mount)NamespaceFixture.Item("4242/mountinfo/72")).SuperOptions);
    }

    [Fact]
    public void A_deleted_root_is_recognized()
    {
        var mount = (Mount)NamespaceFixture.Item("4242/mountinfo/68");
        Assert.Equal(("/goner", true), (mount.Root, mount.IsRootDeleted));
    }

    [Fact]
    public void Bytes_that_are_no_text_survive()
    {
        (List<Mount> mounts, _) = NamespaceFixture.Read<Mount>("mountinfo", NamespaceFixture.Bytes("1 0 0:1 / /\xFE\x1B[31m rw - tmpfs x\xFF rw\n"));
        Assert.Equal(("/\uDCFE\x1B[31m", "x\uDCFF"), (mounts[0].Target, mounts[0].Source));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("1 0 0:1 / /t rw")]
    [InlineData("1 0 0:1 / /t rw shared:1")]
    [InlineData("1 0 0:1 / /t rw - tmpfs")]
    [InlineData("1 0 0:1 / /t rw - tmpfs none")]
    [InlineData("1 x 0:1 / /t rw - tmpfs none rw")]
    [InlineData("1 0 01 / /t rw - tmpfs none rw")]
    public void A_malformed_line_is_named_and_the_others_come(string line)
    {
        const string Good = "5 1 0:1 / /t rw - tmpfs none rw\n";
        (List<Mount> mounts, List<ProcException> errors) = NamespaceFixture.Read<Mount>("mountinfo", NamespaceFixture.Bytes($"{Good}{line}\n{Good}"));
        Assert.Equal(2, mounts.Count);
        ProcException error = Assert.Single(errors);
        Assert.Equal((ProcErrorKind.Malformed, 2, line), (error.Kind, error.LineNumber, error.Line));
    }

    [Fact]
    public void A_zombie_has_no_mounts()
    {
        int id = ExactProcess.StartZombie();
        try
        {
            Outcome<Mount> outcome = Assert.Single(NamespaceFixture.Outcomes<Mount>(new ProcRoot(), id));
            Assert.Equal(ProcErrorKind.NotFound, outcome.Error?.Kind);
            Assert.Contains("zombie", outcome.Error!.Message, StringComparison.Ordinal);
        }
        finally
        {
            ExactProcess.Reap(id);
        }
    }
}
