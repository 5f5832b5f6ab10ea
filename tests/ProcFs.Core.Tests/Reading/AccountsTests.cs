using ProcFs.Fixtures;

namespace ProcFs;

public sealed class AccountsTests(FixtureRoot fixture) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void Live_ids_have_names()
    {
        var source = new ProcSource(new ProcRoot(), "x");
        Assert.Equal("root", source.UserName(0));
        Assert.Equal("root", source.GroupName(0));
    }

    [Fact]
    public void The_names_match_the_system()
    {
        var accounts = new Accounts(resolves: true);
        string[][] users = [.. File.ReadLines("/etc/passwd").Select(line => line.Split(':')).Where(fields => fields.Length == 7)];
        foreach (string[] user in users.DistinctBy(fields => fields[2]).Where(fields => uint.TryParse(fields[2], out _)))
        {
            Assert.Equal(user[0], accounts.UserName(uint.Parse(user[2], null)));
            Assert.Equal(user[0], accounts.UserName(uint.Parse(user[2], null)));
        }
    }

    [Fact]
    public void An_id_that_the_system_does_not_know_has_no_name()
    {
        var accounts = new Accounts(resolves: true);
        Assert.Null(accounts.UserName(4_123_456_789));
        Assert.Null(accounts.GroupName(4_123_456_789));
        Assert.Equal("4123456789", new ProcSource(new ProcRoot(), "x").UserName(4_123_456_789));
    }

    // Ids in a capture are those of another machine.
    [Fact]
    public void Ids_of_a_capture_have_no_names()
    {
        Assert.Null(fixture.Root.Accounts.UserName(0));
        Assert.Equal("0", fixture.Source("x").UserName(0));
        Assert.Equal("0", fixture.Source("x").GroupName(0));
        Assert.Null(fixture.Source("x").UserName(null));
    }
}
