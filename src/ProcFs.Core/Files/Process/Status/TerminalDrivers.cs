using System.Globalization;
using ProcFs.Interop;
using ProcFs.IO;
using ProcFs.Text;

namespace ProcFs;

/// <summary>
/// Models <c>/proc/tty/drivers</c>: the device numbers of each terminal driver and the names of its files. Source: show_tty_driver() of fs/proc/proc_tty.c.
/// </summary>
internal sealed class TerminalDrivers
{
    private readonly List<(string Name, int Major, int First, int Last)> _ranges = [];

    private TerminalDrivers()
    {
    }

    public static TerminalDrivers Of(ProcRoot root)
    {
        var drivers = new TerminalDrivers();
        var buffer = new ReadBuffer();
        var lines = new LineScanner(buffer.ReadFile(root.Handle, "tty/drivers") == Errno.None ? buffer.Bytes : default);
        while (lines.Next())
        {
            drivers.Add(new FieldScanner(lines.Line));
        }

        return drivers;
    }

    /// <summary>The name as shown by ps; null if no driver has the number.</summary>
    public string? NameOf(int major, int minor)
    {
        foreach ((string name, int ofMajor, int first, int last) in _ranges)
        {
            if (major == ofMajor && minor >= first && minor <= last)
            {
                return first == last ? name : $"{name}{minor - first}";
            }
        }

        return null;
    }

    // "serial /dev/ttyS 4 64-95 serial"
    private void Add(FieldScanner fields)
    {
        fields.Next();
        ReadOnlySpan<byte> file = fields.Next();
        if (!file.StartsWith("/dev/"u8) || !fields.TryInt32(out int major))
        {
            return;
        }

        string[] range = LosslessText.Decode(fields.Next()).Split('-');
        if (int.TryParse(range[0], NumberStyles.None, CultureInfo.InvariantCulture, out int first)
            && int.TryParse(range[^1], NumberStyles.None, CultureInfo.InvariantCulture, out int last))
        {
            _ranges.Add((LosslessText.Decode(file["/dev/".Length..]), major, first, last));
        }
    }
}
