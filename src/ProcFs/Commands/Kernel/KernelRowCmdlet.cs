namespace ProcFs.Commands;

/// <summary>What the cmdlets about a table of the machine share: which of its rows.</summary>
/// <typeparam name="T">The type of the rows.</typeparam>
public abstract class KernelRowCmdlet<T> : ProcCmdlet
    where T : class, IRow<T>
{
    private KernelQuery<T> _query = null!;

    private protected abstract KernelQuery<T> CreateQuery();

    private protected override void Begin()
    {
        base.Begin();
        _query = CreateQuery();
    }

    private protected override void Process() => WriteAll(_query.Read(PipelineStopToken));

    private protected override void End() => WriteAll(_query.Unmatched);
}
