using ProcFs.Fixtures;

namespace ProcFs.Text;

public sealed class KeyedFieldsTests
{
    private static readonly KeyedFields<Target> s_fields = new(
        FieldsOf<Target>.Int32("One", (target, value) => target.One = value),
        FieldsOf<Target>.Text("Two", (target, value) => target.Two = value),
        FieldsOf<Target>.Size("Three", (target, value) => target.Three = value));

    [Theory]
    [InlineData("One:\t1\nTwo:\tb\nThree:\t   3 kB\n")]
    [InlineData("Three: 3 kB\nTwo: b\nOne: 1\n")]
    [InlineData("Other: x\nThree :3 kB\nOne:1\nTwo:b")]
    public void Keys_come_in_any_order(string text)
    {
        var target = new Target();
        s_fields.Read(Sources.Latin1(text), target, Sources.Of("file"));
        Assert.Equal((1, "b", 3072L), (target.One, target.Two, target.Three));
    }

    [Fact]
    public void The_last_of_a_repeated_key_counts()
    {
        var target = new Target();
        IReadOnlyDictionary<string, string> unknown = s_fields.Read("One: 1\nX: a\nOne: 2\nX: b\n"u8, target, Sources.Of("file"));
        Assert.Equal((2, "b"), (target.One, unknown["X"]));
    }

    [Fact]
    public void Keys_are_told_apart_by_case_and_length()
    {
        var target = new Target();
        IReadOnlyDictionary<string, string> unknown = s_fields.Read("one: 1\nOnes: 2\nOn: 3\n"u8, target, Sources.Of("file"));
        Assert.Equal(0, target.One);
        Assert.Equal(["On", "Ones", "one"], unknown.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Nothing_unknown_is_an_empty_table() => Assert.Empty(s_fields.Read("One: 1\n"u8, new Target(), Sources.Of("file")));

    [Fact]
    public void A_size_beyond_all_measure_is_malformed()
    {
        var error = Assert.Throws<ProcException>(() => s_fields.Read("One: 1\nThree: 9223372036854775807 kB\n"u8, new Target(), Sources.Of("file")));
        Assert.Equal(2, error.LineNumber);
    }

    private sealed class Target
    {
        public int One { get; set; }

        public string Two { get; set; } = "";

        public long Three { get; set; }
    }
}
