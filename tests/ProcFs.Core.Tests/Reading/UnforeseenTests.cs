using ProcFs.Fixtures;
using ProcFs.Grammar;
using ProcFs.Interop;

namespace ProcFs;

/// <summary>A reader that throws unexpectedly: a bug in a parser costs one error, but neither the command nor the other rows.</summary>
public sealed class UnforeseenTests : IDisposable
{
    private readonly TemporaryRoot _root = new();

    public UnforeseenTests() => _root.Write("table", "one\ntwo\nthree\n").Write("1/table", "one\n").Write("2/table", "two\n");

    public void Dispose() => _root.Dispose();

    [Fact]
    public void A_line_is_named_by_its_number_and_the_others_still_come()
    {
        var errors = new List<ProcException>();
        var rows = new List<string>();
        var source = new ProcSource(_root.Root, "table") { Report = errors.Add };
        Lines.Read(
            source,
            (line, number, _) => number == 2 ? throw new OverflowException("too large") : $"{number}",
            "a row",
            row =>
            {
                rows.Add(row);
                return true;
            });
        Assert.Equal(["1", "3"], rows);
        ProcException error = Assert.Single(errors);
        Assert.Equal((ProcErrorKind.Malformed, 2, "two"), (error.Kind, error.LineNumber, error.Line));
        Assert.StartsWith($"{_root.Root}/table, line 2:", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_is_named_by_its_path()
    {
        var source = new ProcSource(_root.Root, "table");
        var error = Assert.Throws<ProcException>(() =>
            FileReading.Read<string>(null, _ => source, _ => throw new ArgumentOutOfRangeException(paramName: null, "\u001b]52;c;x\a")));
        Assert.Equal((ProcErrorKind.Malformed, source.Path), (error.Kind, error.Path));
        Assert.DoesNotContain('\u001b', error.Message);
        Assert.IsType<ArgumentOutOfRangeException>(error.InnerException);
    }

    [Fact]
    public void A_failure_names_the_table_and_an_exception_of_the_receiver_passes_through()
    {
        var source = new ProcSource(_root.Root, "table");
        var error = Assert.Throws<ProcException>(() =>
            FileReading.ReadRows<string>(null, _ => source, (_, _) => throw new InvalidCastException(), _ => true));
        Assert.Equal((ProcErrorKind.Malformed, source.Path), (error.Kind, error.Path));
        Assert.Throws<InvalidCastException>(() =>
            FileReading.ReadRows<string>(null, _ => source, (_, emit) => emit("row"), _ => throw new InvalidCastException()));
    }

    [Fact]
    public void One_process_does_not_cost_the_others()
    {
        Outcome<string>[] outcomes = [.. ProcessReading.Run<string>(
            _root.Root.Processes(),
            "table",
            (process, emit) =>
            {
                emit(process.ProcessId == 1 ? throw new InvalidCastException() : $"{process.ProcessId}");
                return Errno.None;
            },
            new ReadSummary(),
            TestContext.Current.CancellationToken)];
        Assert.Equal($"{_root.Root}/1/table", outcomes[0].Error!.Path);
        Assert.Equal("2", outcomes[1].Item);
        Assert.Equal(2, outcomes.Length);
    }
}
