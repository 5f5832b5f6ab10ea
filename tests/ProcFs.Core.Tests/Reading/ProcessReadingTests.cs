using ProcFs.Fixtures;

namespace ProcFs;

public sealed class ProcessReadingTests(FixtureRoot fixture) : IClassFixture<FixtureRoot>
{
    private readonly ReadSummary _summary = new();

    [Fact]
    public void All_processes_come_in_the_order_of_their_ids()
    {
        Assert.Equal([2, 4242, 4300, 4310, 4400], Read(fixture.Root.Processes()).Select(outcome => outcome.Item!.ProcessId));
        Assert.Equal((5, 0, null), (_summary.Total, _summary.Denied, _summary.Warning));
    }

    [Fact]
    public void Named_ids_come_in_the_order_they_were_named() =>
        Assert.Equal([4400, 2, 4400], Read(fixture.Root.Processes(4400, 2, 4400)).Select(outcome => outcome.Item!.ProcessId));

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    public void A_named_process_that_is_missing_is_an_error_and_the_others_come(int missing)
    {
        List<Outcome<ProcessStatus>> outcomes = Read(fixture.Root.Processes(4242, missing, 4300));
        Assert.Equal([4242, 4300], outcomes.Where(outcome => outcome.Item is not null).Select(outcome => outcome.Item!.ProcessId));
        ProcException error = outcomes[1].Error!;
        Assert.Equal((ProcErrorKind.NotFound, fixture.PathOf($"{missing}")), (error.Kind, error.Path));
        Assert.Equal($"No process has the id {missing}.", error.Message);
    }

    [Theory]
    [InlineData("sleep", new[] { 4242 })]
    [InlineData("SLEEP", new[] { 4242 })]
    [InlineData("telemetry-collector", new[] { 4300 })]
    [InlineData("telemetry-colle", new[] { 4300, 4310 })]
    [InlineData("telemetry*", new[] { 4300, 4310 })]
    [InlineData("*", new[] { 2, 4242, 4300, 4310, 4400 })]
    [InlineData("a) R*", new[] { 4400 })]
    public void Names_select_whole_names(string name, int[] ids) =>
        Assert.Equal(ids, Read(fixture.Root.Processes(name)).Select(outcome => outcome.Item!.ProcessId));

    [Fact]
    public void Several_names_give_each_process_once() =>
        Assert.Equal([4242, 4300, 4310], Read(fixture.Root.Processes("tele*", "sleep", "s*", "*-c*")).Select(outcome => outcome.Item!.ProcessId));

    [Fact]
    public void An_exact_name_that_is_missing_is_an_error()
    {
        List<Outcome<ProcessStatus>> outcomes = Read(fixture.Root.Processes("nginx", "sleep"));
        Assert.Equal(4242, outcomes[0].Item!.ProcessId);
        Assert.Equal(ProcErrorKind.NotFound, outcomes[1].Error!.Kind);
        Assert.Equal("No process is named \"nginx\".", outcomes[1].Error!.Message);
        Assert.Equal(2, outcomes.Count);
    }

    [Fact]
    public void A_wildcard_that_matches_nothing_is_silence() => Assert.Empty(Read(fixture.Root.Processes("nginx*", "[xy]z")));

    [Fact]
    public void A_malformed_file_is_an_error_and_the_others_come()
    {
        using var damaged = new FixtureRoot();
        damaged.Write("4300/status", "Name:\tx\n");
        List<Outcome<ProcessStatus>> outcomes = Read(damaged.Root.Processes());
        Assert.Equal([2, 4242, 0, 4310, 4400], outcomes.Select(outcome => outcome.Item?.ProcessId ?? 0));
        ProcException error = outcomes[2].Error!;
        Assert.Equal((ProcErrorKind.Malformed, 2, "", damaged.PathOf("4300/status")), (error.Kind, error.LineNumber, error.Line, error.Path));
    }

    [Fact]
    public void A_file_that_one_process_of_all_lacks_is_passed_over()
    {
        using var partial = new FixtureRoot();
        File.Delete(partial.PathOf("4300/status"));
        Assert.Equal([2, 4242, 4310, 4400], Read(partial.Root.Processes()).Select(outcome => outcome.Item!.ProcessId));
    }

    [Fact]
    public void What_is_denied_among_all_is_counted_and_of_a_named_one_an_error()
    {
        Assert.SkipWhen(Native.GetEffectiveUserId() == 0, "Root may read everything.");
        using var closed = new FixtureRoot();
        File.SetUnixFileMode(closed.PathOf("4300/status"), UnixFileMode.None);
        Assert.Equal(4, Read(closed.Root.Processes()).Count);
        Assert.Equal((5, 1), (_summary.Total, _summary.Denied));
        Assert.StartsWith("1 of 5 processes was left out: permission denied.", _summary.Warning, StringComparison.Ordinal);
        ProcException error = Assert.Single(Read(closed.Root.Processes(4300))).Error!;
        Assert.Equal((ProcErrorKind.AccessDenied, closed.PathOf("4300/status")), (error.Kind, error.Path));
    }

    [Fact]
    public void An_ended_process_is_not_found()
    {
        int id;
        using (var child = new ChildProcess())
        {
            id = child.Id;
            Assert.Equal("sleep", Assert.Single(Read(new ProcRoot().Processes(id))).Item!.Name);
        }

        Outcome<ProcessStatus> outcome = Assert.Single(Read(new ProcRoot().Processes(id)));
        Assert.SkipWhen(outcome.Item is not null, "The id was given away again.");
        Assert.StartsWith($"No process has the id {id}.", outcome.Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cancellation_ends_the_reading()
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() =>
            fixture.Root.Processes().Read<ProcessStatus>(_summary, cancellation.Token).ToList());
    }

    [Fact]
    public void A_selection_has_the_requested_ids_and_names()
    {
        Assert.True(fixture.Root.Processes().IsAll);
        Assert.False(fixture.Root.Processes(1).IsAll);
        Assert.False(fixture.Root.Processes("a").IsAll);
        Assert.Equal([3, 1], fixture.Root.Processes(3, 1).Ids!);
        Assert.Equal("a*", Assert.Single(fixture.Root.Processes("a*").Names!).Pattern);
        Assert.Same(fixture.Root, fixture.Root.Processes().Root);
    }

    private List<Outcome<ProcessStatus>> Read(ProcessSelection selection) =>
        [.. selection.Read<ProcessStatus>(_summary, TestContext.Current.CancellationToken)];
}
