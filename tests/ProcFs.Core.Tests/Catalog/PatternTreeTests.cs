namespace ProcFs;

public sealed class PatternTreeTests
{
    private static readonly PatternTree s_tree = new(
        new[] { "<pid>", "<pid>/maps", "<pid>/<name>", "<pid>/map_files/<range>", "sys/**", "sys/vm", "sys/vm/<name>", "sys/vm/swappiness", "irq/<irq>", "irq/smp_*", "irq/<name>" }
            .Select(pattern => new PathEntry(ProcKind.Text, pattern, "x")));

    [Theory]
    [InlineData("12", "<pid>")]
    [InlineData("12a", null)]
    [InlineData("12/maps", "<pid>/maps")]
    [InlineData("12/other", "<pid>/<name>")]
    [InlineData("12/map_files/7f00-7fff", "<pid>/map_files/<range>")]
    [InlineData("12/map_files/7f00", null)]
    [InlineData("12/map_files/-7f00", null)]
    [InlineData("12/map_files/7f00-7fff-1", null)]
    [InlineData("12/map_files", "<pid>/<name>")]
    [InlineData("sys", null)]
    [InlineData("sys/vm", "sys/vm")]
    [InlineData("sys/vm/swappiness", "sys/vm/swappiness")]
    [InlineData("sys/vm/dirty_ratio", "sys/vm/<name>")]
    [InlineData("sys/vm/a/b/c", "sys/**")]
    [InlineData("sys/kernel", "sys/**")]
    [InlineData("irq/5", "irq/<irq>")]
    [InlineData("irq/smp_affinity", "irq/smp_*")]
    [InlineData("irq/default", "irq/<name>")]
    [InlineData("none", null)]
    public void The_most_literal_pattern_wins(string path, string? pattern) => Assert.Equal(pattern, s_tree.Find(path.Split('/'))?.Pattern);

    [Fact]
    public void No_segments_find_nothing() => Assert.Null(s_tree.Find([]));
}
