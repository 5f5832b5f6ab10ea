namespace ProcFs.Commands;

/// <summary>The base of the cmdlets for tables of the machine: the selection of rows.</summary>
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
