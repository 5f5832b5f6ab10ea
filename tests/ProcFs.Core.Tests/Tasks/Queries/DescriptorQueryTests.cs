using ProcFs.Fixtures;

namespace ProcFs;

public sealed class DescriptorQueryTests(FixtureRoot fixture) : IClassFixture<FixtureRoot>
{
    private ProcRoot Root => fixture.Root;

    [Fact]
    public void A_missing_number_is_an_error_after_the_existing_ones()
    {
        Outcome<FileDescriptor>[] outcomes = Read(new DescriptorQuery(numbers: [0, 77]), Root.Processes(4242));
        Assert.Equal([0], outcomes.Select(outcome => outcome.Item?.Number).OfType<int>());
        ProcException error = Assert.Single(outcomes.Select(outcome => outcome.Error).OfType<ProcException>());
        Assert.Equal((ProcErrorKind.NotFound, "Process 4242 has no descriptor 77.", 77), (error.Kind, error.Message, error.Target));
        Assert.Null(outcomes[^1].Item);
    }

    [Fact]
    public void A_process_that_is_not_there_lacks_no_descriptor() =>
        Assert.DoesNotContain("descriptor", Assert.Single(Read(new DescriptorQuery(numbers: [0]), Root.Processes(99999))).Error!.Message, StringComparison.Ordinal);

    [Fact]
    public void Nothing_is_missing_if_another_filter_may_be_the_reason()
    {
        Assert.Empty(Read(new DescriptorQuery(numbers: [77], isDeleted: true), Root.Processes(4242)));
        Assert.Empty(Read(new DescriptorQuery(numbers: [77], targets: ["x*"]), Root.Processes(4242)));
    }

    [Fact]
    public void Processes_not_named_by_id_are_not_missing() =>
        Assert.DoesNotContain(Read(new DescriptorQuery(numbers: [7777]), Root.Processes()), outcome => outcome.Error is not null);

    [Fact]
    public void A_target_that_no_process_has_is_unmatched_once_all_are_read()
    {
        string target = Read(new DescriptorQuery(), Root.Processes(4242))[0].Item!.Target;
        var query = new DescriptorQuery(targets: [target, "/no/such", "/none*"]);
        _ = Read(query, Root.Processes(4300));
        Assert.NotEmpty(Read(query, Root.Processes(4242)));
        Assert.Equal(["/no/such"], query.Unmatched.Select(error => error.Target));
    }

    private static Outcome<FileDescriptor>[] Read(DescriptorQuery query, ProcessSelection selection) =>
        [.. query.Read(selection, cancellation: TestContext.Current.CancellationToken)];
}
