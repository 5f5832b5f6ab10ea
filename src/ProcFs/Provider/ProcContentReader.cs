using System.Collections;
using System.Management.Automation.Provider;
using ProcFs.Tree;

namespace ProcFs.Provider;

/// <summary>Content as the engine asks for it: some lines at a time, one string, or bytes.</summary>
internal sealed class ProcContentReader(ContentReader content, ContentReaderParameters options) : IContentReader
{
    private bool _isRead;

    public IList Read(long readCount)
    {
        if (options.Raw)
        {
            return ReadRaw();
        }

        var items = new ArrayList();
        while ((readCount <= 0 || items.Count < readCount) && Next() is { } item)
        {
            items.Add(item);
        }

        return items;
    }

    public void Seek(long offset, SeekOrigin origin) =>
        throw new NotSupportedException("What the kernel shows is read from its start.");

    public void Close() => content.Dispose();

    public void Dispose() => Close();

    private object[] ReadRaw()
    {
        if (_isRead)
        {
            return [];
        }

        _isRead = true;
        byte[] all = content.ReadToEnd();
        if (options.AsByteStream)
        {
            return [all];
        }

        return all.Length == 0 ? [] : [content.TextOf(all)];
    }

    private object? Next()
    {
        if (!options.AsByteStream)
        {
            return content.ReadLine();
        }

        int value = content.ReadByte();
        return value < 0 ? null : (byte)value;
    }
}
