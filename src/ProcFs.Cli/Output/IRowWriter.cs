namespace ProcFs.Cli.Output;

/// <summary>Writes rows as they come.</summary>
internal interface IRowWriter
{
    /// <summary>Receives the next row.</summary>
    void Write(object row);

    /// <summary>Writes pending rows. No further rows follow.</summary>
    void Complete();
}
