namespace ProcFs.Cli.Output;

/// <summary>Writes rows as they come.</summary>
internal interface IRowWriter
{
    /// <summary>Takes the next row.</summary>
    void Write(object row);

    /// <summary>Writes what was held back. No row comes after it.</summary>
    void Complete();
}
