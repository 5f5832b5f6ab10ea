using System.IO.MemoryMappedFiles;
using ProcFs.Fixtures;
using ProcFs.Text;

namespace ProcFs;

public sealed class MemoryMappingTests(MemoryRoot fixture) : IClassFixture<MemoryRoot>
{
    [Fact]
    public void Every_field_of_a_line_has_its_place()
    {
        MemoryMapping mapping = MemoryMapping.Parse("7f00-9f00 rw-s 00001000 fe:1a 4711                      /a b"u8, Sources.Of("maps"))!;
        Assert.Equal((0x7f00UL, 0x9f00UL, 0x2000L, "7f00-9f00"), (mapping.Start, mapping.End, mapping.Size, mapping.Range));
        Assert.Equal((MappingProtection.Read | MappingProtection.Write, true), (mapping.Protection, mapping.IsShared));
        Assert.Equal((0x1000L, 0xfe, 0x1a, 4711UL), (mapping.Offset, mapping.DeviceMajor, mapping.DeviceMinor, mapping.Inode));
        Assert.Equal(("/a b", false), (mapping.Target, mapping.IsDeleted));
    }

    [Fact]
    public void The_last_page_of_all_is_an_address_too()
    {
        MemoryMapping mapping = MemoryMapping.Parse("ffffffffff600000-ffffffffff601000 --xp 00000000 00:00 0                  [vsyscall]"u8, Sources.Of("maps"))!;
        Assert.Equal((0xffffffffff600000UL, 4096L, "[vsyscall]"), (mapping.Start, mapping.Size, mapping.Target));
    }

    [Fact]
    public void Nameless_memory_has_no_path() =>
        Assert.Null(MemoryMapping.Parse("7f00-9f00 ---p 00000000 00:00 0 "u8, Sources.Of("maps"))!.Target);

    [Theory]
    [InlineData("")]
    [InlineData("7f00")]
    [InlineData("7f00-xyz rw-p 00000000 00:00 0")]
    [InlineData("7f00-9f00 rw 00000000 00:00 0")]
    [InlineData("7f00-9f00 rw-p 00000000 0000 0")]
    [InlineData("7f00-9f00 rw-p 00000000 00:00")]
    public void A_line_in_another_format_yields_nothing(string line) => Assert.Null(MemoryMapping.Parse(Sources.Latin1(line), Sources.Of("maps")));

    [Fact]
    public void Names_are_those_of_the_links() => Assert.Equal(
        [
            ("/SYSV00000000", true), ("/dev/zero", true), ("/memfd:a b", true), ("/srv/data/hl", true), ("/srv/data/bad\uDCFFtab\t=q", false),
            ("/srv/data/both (deleted)", true), ("/srv/data/live", true), ("/srv/data/gone", true), ("/srv/data/lit\\012eral", false),
            ("/srv/data/x\ny \\040z", false),
        ],
        Read(fixture.Root).Where(IsOdd).Select(mapping => (mapping.Target, mapping.IsDeleted)));

    [Fact]
    public void Without_links_the_text_has_to_do()
    {
        using var root = new TemporaryRoot();
        root.Write("4242/stat", "4242 (a) S").Write("4242/maps", File.ReadAllBytes(fixture.PathOf("4242/maps")));
        string?[] names = [.. Read(root.Root).Where(IsOdd).Select(mapping => mapping.Target)];
        Assert.Contains("/srv/data/x\ny \\040z", names);
        Assert.Contains("/srv/data/lit\neral", names);
        Assert.Contains("/srv/data/both (deleted)", names);
    }

    [Fact]
    public void A_malformed_line_is_reported_and_the_others_still_come()
    {
        using var root = new TemporaryRoot();
        root.Write("4242/stat", "4242 (a) S").Write("4242/maps", "1000-2000 r--p 0 00:00 0 \nnonsense\n3000-4000 r--p 0 00:00 0 [heap]\n");
        List<Outcome<MemoryMapping>> all = [.. Outcomes(root.Root, MemoryMappingFilter.None)];
        Assert.Equal([0x1000UL, 0x3000UL], all.Where(outcome => outcome.Error is null).Select(outcome => outcome.Item!.Start));
        ProcException error = Assert.Single(all, outcome => outcome.Error is not null).Error!;
        Assert.Equal((ProcErrorKind.Malformed, 2, "nonsense"), (error.Kind, error.LineNumber, error.Line));
    }

    [Theory]
    [InlineData("[heap]", "[heap]")]
    [InlineData("*VDSO*", "[vdso]")]
    [InlineData("/srv/*literal", null)]
    [InlineData("/srv/*\\012*", "/srv/data/lit\\012eral")]
    public void Filters_take_exact_names(string pattern, string? expected)
    {
        var filter = new MemoryMappingFilter { Paths = [new Wildcard(pattern)] };
        Assert.Equal(expected is null ? [] : [expected], Outcomes(fixture.Root, filter).Select(outcome => outcome.Item!.Target!));
    }

    [Fact]
    public void Live_names_are_exact()
    {
        using var folder = new TemporaryRoot();
        string[] names = ["x\ny \\040z", "lit\\012eral", "live (deleted)", "gone", "both (deleted)"];
        List<Mapped> maps = [.. names.Select(name => Map(folder.PathOf(name)))];
        File.Delete(folder.PathOf("gone"));
        File.Delete(folder.PathOf("both (deleted)"));

        var found = Read(new ProcRoot(), Environment.ProcessId).Where(mapping => mapping.Target?.StartsWith(folder.Directory, StringComparison.Ordinal) == true)
            .ToDictionary(mapping => Path.GetFileName(mapping.Target!), mapping => mapping.IsDeleted);
        maps.ForEach(map => map.Dispose());
        Assert.Equal(names.Order(StringComparer.Ordinal), found.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["both (deleted)", "gone"], found.Where(entry => entry.Value).Select(entry => entry.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_memory_of_a_thread_has_exact_names_too()
    {
        using var folder = new TemporaryRoot();
        using Mapped map = Map(folder.PathOf("t\\012"));
        var tree = new Tree.ProcTree(new ProcRoot());
        var table = (Tree.IContainerNode)tree.Get($"{Environment.ProcessId}/task/{Environment.ProcessId}/maps");
        var paths = new List<string?>();
        table.ReadChildren(null, row => paths.Add(((MemoryMapping)row.GetItem()).Target), error => throw error, TestContext.Current.CancellationToken);
        Assert.Contains(folder.PathOf("t\\012"), paths);
    }

    private static Mapped Map(string path)
    {
        File.WriteAllBytes(path, new byte[4096]);
        var file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        return new Mapped(file, file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read));
    }

    private static bool IsOdd(MemoryMapping mapping) => mapping.Target is { } path
        && (mapping.IsDeleted || path.AsSpan().ContainsAny("\\\t\n") || path.EndsWith(')'));

    private static IEnumerable<MemoryMapping> Read(ProcRoot root, int id = MemoryRoot.Id) => Outcomes(root, MemoryMappingFilter.None, id).Select(outcome => outcome.Item!);

    private static IEnumerable<Outcome<MemoryMapping>> Outcomes(ProcRoot root, MemoryMappingFilter filter, int id = MemoryRoot.Id) =>
        MemoryMapping.Read(root.Processes(id), filter, new ReadSummary(), TestContext.Current.CancellationToken);

    private sealed record Mapped(MemoryMappedFile File, MemoryMappedViewAccessor View) : IDisposable
    {
        public void Dispose()
        {
            View.Dispose();
            File.Dispose();
        }
    }
}
