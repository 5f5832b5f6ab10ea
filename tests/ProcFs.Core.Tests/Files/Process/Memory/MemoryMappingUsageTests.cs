using System.Globalization;
using System.Text.RegularExpressions;
using ProcFs.Fixtures;

namespace ProcFs;

public sealed class MemoryMappingUsageTests(MemoryRoot fixture) : IClassFixture<MemoryRoot>
{
    private const string Block = "1000-5000 rw-p 00000000 00:00 0 [heap]\nSize:                 16 kB\nRss:                   8 kB\n";

    [Fact]
    public void Sums_match_the_text()
    {
        List<MemoryMappingUsage> all = [.. Read(fixture.Root).Select(outcome => outcome.Item!)];
        string text = File.ReadAllText(fixture.PathOf("4242/smaps"), System.Text.Encoding.Latin1);
        Assert.Equal(Sum(text, "Size"), all.Sum(mapping => mapping.Size));
        Assert.Equal(Sum(text, "Rss"), all.Sum(mapping => mapping.Rss));
        Assert.Equal(Sum(text, "Pss"), all.Sum(mapping => mapping.Pss));
        Assert.Equal(Sum(text, "Pss_Dirty"), all.Sum(mapping => mapping.PssDirty));
        Assert.Equal(Sum(text, "Shared_Clean"), all.Sum(mapping => mapping.SharedClean));
        Assert.Equal(Sum(text, "Private_Dirty"), all.Sum(mapping => mapping.PrivateDirty));
        Assert.Equal(Sum(text, "Referenced"), all.Sum(mapping => mapping.Referenced));
        Assert.Equal(Sum(text, "Anonymous"), all.Sum(mapping => mapping.Anonymous));
        Assert.Equal(Sum(text, "KernelPageSize"), all.Sum(mapping => mapping.KernelPageSize));
        Assert.Equal(Sum(text, "MMUPageSize"), all.Sum(mapping => mapping.MmuPageSize));
        Assert.Equal(Sum(text, "Locked"), all.Sum(mapping => mapping.Locked));
    }

    [Fact]
    public void A_block_has_the_mapping_of_maps()
    {
        var maps = MemoryMapping.Read(fixture.Root.Processes(MemoryRoot.Id), MemoryMappingFilter.None, new ReadSummary(), TestContext.Current.CancellationToken);
        Assert.Equal(
            maps.Select(outcome => outcome.Item!).Select(mapping => (mapping.Range, mapping.Target, mapping.IsDeleted, mapping.Inode, mapping.Protection)),
            Read(fixture.Root).Select(outcome => outcome.Item!).Select(mapping => (mapping.Range, mapping.Target, mapping.IsDeleted, mapping.Inode, mapping.Protection)));
    }

    [Fact]
    public void Flags_have_names()
    {
        MemoryMappingUsage stack = Read(fixture.Root).Select(outcome => outcome.Item!).Single(mapping => mapping.Target == "[stack]");
        Assert.Equal(
            MappingFlags.Read | MappingFlags.Write | MappingFlags.MayRead | MappingFlags.MayWrite | MappingFlags.MayExecute | MappingFlags.GrowsDown | MappingFlags.Accounted,
            stack.Flags);
        Assert.Equal((false, 0), (stack.IsThpEligible, stack.ProtectionKey));
        Assert.Empty(stack.Additional);
    }

    [Fact]
    public void Unknown_fields_are_kept_and_unreported_ones_are_null()
    {
        MemoryMappingUsage mapping = Assert.Single(ReadText(Block + "NewKey:      7 kB\nVmFlags: rd zz wr yy \n")).Item!;
        Assert.Equal(8192, mapping.Rss);
        Assert.Null(mapping.Pss);
        Assert.Null(mapping.IsThpEligible);
        Assert.Equal(MappingFlags.Read | MappingFlags.Write, mapping.Flags);
        Assert.Equal(("7 kB", "zz yy"), (mapping.Additional["NewKey"], mapping.Additional["VmFlags"]));
        Assert.Null(Assert.Single(ReadText(Block)).Item!.Flags);
    }

    [Theory]
    [InlineData("bad line", "bad line", 4)]
    [InlineData("9000-a000", "9000-a000", 4)]
    public void A_malformed_line_is_reported_and_the_other_blocks_still_come(string line, string reported, int number)
    {
        List<Outcome<MemoryMappingUsage>> all = [.. ReadText(Block + line + "\n" + Block.Replace("1000-5000", "6000-7000", StringComparison.Ordinal))];
        ProcException error = Assert.Single(all, outcome => outcome.Error is not null).Error!;
        Assert.Equal((ProcErrorKind.Malformed, number, reported), (error.Kind, error.LineNumber, error.Line));
        Assert.Contains(all, outcome => outcome.Item?.Start == 0x6000);
    }

    [Fact]
    public void A_range_that_cannot_be_read_costs_its_block_and_no_other()
    {
        List<Outcome<MemoryMappingUsage>> all = [.. ReadText(Block + Block.Replace("1000-", "?-", StringComparison.Ordinal).Replace("8 kB", "9 kB", StringComparison.Ordinal))];
        Assert.Equal(8192, Assert.Single(all, outcome => outcome.Item is not null).Item!.Rss);
        Assert.Equal(ProcErrorKind.Malformed, Assert.Single(all, outcome => outcome.Error is not null).Error!.Kind);
    }

    [Fact]
    public void A_size_that_cannot_be_read_costs_its_field_alone()
    {
        MemoryMappingUsage mapping = Assert.Single(ReadText(Block + "Pss: many kB\nnonsense\n\nSwap: 4 kB\n")).Item!;
        Assert.Equal((null, 4096L, ""), (mapping.Pss, mapping.Swap, mapping.Additional["nonsense"]));
        Assert.Equal(UnavailableReason.Malformed, mapping.Unavailable["Pss"]);
    }

    [Fact]
    public void Every_flag_has_a_name_of_two_letters()
    {
        MappingFlags[] flags = [.. Enum.GetValues<MappingFlags>().Where(flag => flag != MappingFlags.None)];
        Assert.Equal(Enumerable.Range(0, flags.Length).Select(bit => (MappingFlags)(1UL << bit)), flags.Order());
        MappingFlags all = MappingFlagNames.Parse("rd wr ex sh mr mw me ms gd pf dw lo io sr rr dc de lf ac nr ht sf nl ar wf dd bt sd mm hg nh mg um uw ui mt ss dp sl mp gu"u8, out string? unknown);
        Assert.Null(unknown);
        Assert.Equal(flags.Aggregate((one, other) => one | other), all);
    }

    private static IEnumerable<Outcome<MemoryMappingUsage>> ReadText(string text)
    {
        using var root = new TemporaryRoot();
        root.Write("4242/stat", "4242 (a) S").Write("4242/smaps", text);
        return [.. Read(root.Root)];
    }

    private static IEnumerable<Outcome<MemoryMappingUsage>> Read(ProcRoot root) =>
        MemoryMappingUsage.Read(root.Processes(MemoryRoot.Id), MemoryMappingFilter.None, new ReadSummary(), TestContext.Current.CancellationToken);

    private static long Sum(string text, string key) => Regex.Matches(text, $@"^{key}: +(\d+) kB$", RegexOptions.Multiline)
        .Sum(match => long.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)) * 1024;
}
