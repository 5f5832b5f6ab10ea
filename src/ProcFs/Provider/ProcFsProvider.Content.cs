using System.Management.Automation.Provider;
using ProcFs.Tree;

namespace ProcFs.Provider;

/// <content>Content of files.</content>
public sealed partial class ProcFsProvider
{
    /// <inheritdoc/>
    public IContentReader? GetContentReader(string path)
    {
        IContentReader? reader = null;
        Read(path, (node, report, matched) =>
        {
            if (node is IReadableNode readable)
            {
                var options = DynamicParameters as ContentReaderParameters ?? new ContentReaderParameters();
                var content = new ContentReader(readable.OpenRead(), node.Path, readable.EndsEntriesWithNul, options.Wait, options.Encoding, () => Stopping);
                matched?.Open();
                reader = new ProcContentReader(content, node.Path, options, report, () =>
                {
                    matched?.Close();
                    Settle(matched, expands: false);
                });
                return;
            }

            WriteError(ErrorRecords.NotSupported($"{node.Path}: a {$"{node.Kind}".ToLowerInvariant()} has no content.", path));
        });
        return reader;
    }

    /// <inheritdoc/>
    public object GetContentReaderDynamicParameters(string path) => new ContentReaderParameters();

    /// <inheritdoc/>
    public IContentWriter? GetContentWriter(string path)
    {
        IContentWriter? writer = null;
        Try(path, node =>
        {
            if (node is IWritableNode writable)
            {
                // Set-Content itself has already called ShouldProcess.
                writer = new ProcContentWriter(
                    lines => Try(path, _ => writable.Write(string.Join('\n', lines.Select(line => writable.TextOf(Unwrap(line)))))),
                    () => WriteError(ErrorRecords.NotSupported($"{node.Path}: a parameter is written as a whole; nothing can be appended to it.", path)));
                return;
            }

            WriteError(ErrorRecords.NotSupported($"{node.Path}: only parameters can be written.", path));
        });
        return writer;
    }

    /// <inheritdoc/>
    public object? GetContentWriterDynamicParameters(string path) => null;

    /// <summary>Set-Content clears first; there is nothing to clear, because the new value replaces the old one.</summary>
    public void ClearContent(string path) =>
        throw new System.Management.Automation.PSNotSupportedException($"{path}: it cannot be cleared.");

    /// <inheritdoc/>
    public object? ClearContentDynamicParameters(string path) => null;
}
