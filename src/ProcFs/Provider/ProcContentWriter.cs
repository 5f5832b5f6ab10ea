using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Provider;

namespace ProcFs.Provider;

/// <summary>Collects what is written: the kernel takes a value in one piece, when the writing ends.</summary>
internal sealed class ProcContentWriter(Action<string> write) : IContentWriter
{
    private readonly List<string> _lines = [];
    private bool _closed;

    public IList Write(IList content)
    {
        foreach (object item in content)
        {
            _lines.Add(LanguagePrimitives.ConvertTo<string>(item));
        }

        return content;
    }

    public void Seek(long offset, SeekOrigin origin) =>
        throw new NotSupportedException("A parameter takes a whole value; nothing can be added to it.");

    public void Close()
    {
        if (!_closed)
        {
            _closed = true;
            write(string.Join('\n', _lines));
        }
    }

    public void Dispose()
    {
    }
}
