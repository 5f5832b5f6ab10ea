using System.Collections;
using System.Management.Automation.Provider;

namespace ProcFs.Provider;

/// <summary>Collects the written content, because the kernel takes a value in a single write, at the end.</summary>
internal sealed class ProcContentWriter(Action<object?[]> write, Action refuseAppending) : IContentWriter
{
    private readonly List<object?> _lines = [];
    private bool _appends;
    private bool _closed;

    public IList Write(IList content)
    {
        _lines.AddRange(content.Cast<object?>());
        return content;
    }

    // Add-Content seeks to the end. An exception here would end the command, and the writer is closed all the same.
    public void Seek(long offset, SeekOrigin origin) => _appends = true;

    public void Close()
    {
        if (_closed)
        {
            return;
        }

        _closed = true;
        if (_appends)
        {
            refuseAppending();
        }
        else if (_lines.Count > 0)
        {
            write([.. _lines]);
        }
    }

    public void Dispose()
    {
    }
}
