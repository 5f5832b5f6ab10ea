using System.Collections;
using System.Management.Automation.Provider;
using ProcFs.Tree;

namespace ProcFs.Provider;

/// <summary>Content as the engine requests it: some lines at a time, one string, or bytes. A failure is reported and ends the content.</summary>
internal sealed class ProcContentReader(ContentReader content, string path, ContentReaderParameters options, Action<ProcException> report, Action close) : IContentReader
{
    private bool _hasEnded;
    private bool _isClosed;

    public IList Read(long readCount)
    {
        var items = new ArrayList();
        try
        {
            while (!_hasEnded && (readCount <= 0 || items.Count < readCount))
            {
                if (options.Raw)
                {
                    AddAll(items);
                    _hasEnded = true;
                }
                else
                {
                    _hasEnded = !AddNext(items);
                }
            }
        }
        catch (ProcException error)
        {
            // The engine would give it an id of its own, and lose the content read before.
            _hasEnded = true;
            report(error);
        }
        catch (Exception error) when (ErrorRecords.IsUnforeseen(error))
        {
            _hasEnded = true;
            report(ProcException.Unforeseen(error, path));
        }

        return items;
    }

    public void Seek(long offset, SeekOrigin origin) =>
        throw new NotSupportedException("The content can only be read from its start.");

    public void Close()
    {
        if (!_isClosed)
        {
            _isClosed = true;
            content.Dispose();
            close();
        }
    }

    public void Dispose() => Close();

    private void AddAll(ArrayList items)
    {
        byte[] all = content.ReadToEnd();
        if (options.AsByteStream)
        {
            items.Add(all);
        }
        else if (all.Length > 0)
        {
            items.Add(content.TextOf(all));
        }
    }

    private bool AddNext(ArrayList items)
    {
        object? item = !options.AsByteStream ? content.ReadLine() : content.ReadByte() is >= 0 and var value ? (byte)value : null;
        if (item is not null)
        {
            items.Add(item);
        }

        return item is not null;
    }
}
