using ProcFs.Fixtures;

namespace ProcFs;

public sealed class DellLaptopTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void A_laptop_has_fans_and_a_temperature()
    {
        var laptop = modern.Root.Read<DellLaptop>();
        Assert.Equal(("1.0", "A17", "XYZ1234", 52, null, 1), (laptop.Version, laptop.BiosVersion, laptop.ServiceTag, laptop.Temperature, laptop.LeftFan, laptop.RightFan));
        Assert.Equal((null, 8040, null, 2), (laptop.LeftSpeed, laptop.RightSpeed, laptop.IsOnMains, laptop.FunctionKey));
        Assert.Empty(laptop.Unavailable);
    }

    [Fact]
    public void A_hidden_tag_is_null_and_fewer_fields_are_malformed()
    {
        Assert.Equal((null, true), (Parse("1.0 A17 -1 52 1 1 1 1 1 0\n").ServiceTag, Parse("1.0 A17 -1 52 1 1 1 1 1 0\n").IsOnMains));
        Assert.Throws<ProcException>(() => Parse("1.0 A17\n"));
    }

    private static DellLaptop Parse(string text) => DellLaptop.Parse(Sources.Latin1(text), Sources.Of("i8k"));
}
