using ProcFs.Grammar;
using ProcFs.Text;

namespace ProcFs;

/// <summary>
/// Reads the servers of <c>/proc/fs/cifs/DebugData</c>: headings such as <c>Sessions:</c> and <c>Shares:</c> say what the numbered lines below them are.
/// </summary>
internal sealed class SmbServerReader(ProcSource source, Func<SmbServer, bool> emit)
{
    private enum Part
    {
        None, Server, Sessions, Channels, Shares, Interfaces, Requests,
    }

    private Part _part;
    private SmbServer? _server;
    private string? _version;
    private byte[]? _pending;
    private bool _isEnded;

    private SmbSession? Session => _server?.SessionList.LastOrDefault();

    /// <summary>Reads the file and passes on each server.</summary>
    public void Read()
    {
        Lines.ReadSections<SmbServer>(
            source,
            IsWhole,
            Take,
            static (_, _) => null,
            "the number of a server, a session, a share or an interface",
            static _ => true);
        Emit();
    }

    // What an unreadable number begins is kept without it, except for a server, which its number names.
    private bool IsWhole(ReadOnlySpan<byte> line)
    {
        ReadOnlySpan<byte> text = Value.Trim(line);
        int bracket = text.IndexOf((byte)')');
        bool isOdd = !_isEnded && _part != Part.None && bracket > 0 && text[..bracket].IndexOfAny(" \t"u8) < 0 && !Number.TryInt32(text[..bracket], out _);
        if (isOdd && line is [(byte)'\t', ..])
        {
            TakeNumbered(null, Value.Trim(text[(bracket + 1)..]));
        }
        else if (isOdd)
        {
            Emit();
        }

        return !isOdd;
    }

    private void Take(ReadOnlySpan<byte> line)
    {
        bool isIndented = line is [(byte)'\t', ..];
        line = Value.Trim(line);
        if (_isEnded || line.IsEmpty || TakeHeading(line))
        {
            return;
        }

        int bracket = line.IndexOf((byte)')');
        ReadOnlySpan<byte> rest = bracket < 0 ? default : Value.Trim(line[(bracket + 1)..]);
        if (bracket > 0 && Number.TryInt32(line[..bracket], out int number))
        {
            if (isIndented)
            {
                TakeNumbered(number, rest);
            }
            else
            {
                TakeServer(number, rest);
            }
        }
        else if (!isIndented && line.StartsWith("Number of credits"u8) && _server is null or { SessionList.Count: > 0 })
        {
            _pending = line.ToArray();
        }
        else
        {
            TakeFields(line);
        }
    }

    private bool TakeHeading(ReadOnlySpan<byte> line)
    {
        _version = line.StartsWith("CIFS Version "u8) ? source.Intern(line["CIFS Version "u8.Length..]) : _version;
        Part part = line switch
        {
            _ when line.StartsWith("Servers:"u8) => Part.Server,
            _ when line.StartsWith("Sessions:"u8) || line.SequenceEqual("--"u8) => Part.Sessions,
            _ when line.StartsWith("Extra Channels:"u8) => Part.Channels,
            _ when line.StartsWith("Shares:"u8) => Part.Shares,
            _ when line.StartsWith("Server interfaces:"u8) => Part.Interfaces,
            _ when line.StartsWith("MIDs:"u8) => Part.Requests,
            _ when line.StartsWith("Witness registrations:"u8) => Part.None,
            _ => _part,
        };
        bool isHeading = part != _part || _part == Part.None || line.StartsWith("Server ConnectionId:"u8) || line.SequenceEqual("[NONE]"u8);
        _part = part;
        return isHeading;
    }

    // A server begins at the margin; a session of an old kernel does as well, and stands for its server.
    private void TakeServer(int number, ReadOnlySpan<byte> rest)
    {
        Emit();
        _part = Part.Server;
        _server = new SmbServer { Number = number, ClientVersion = _version };
        _server.Take(_pending, source);
        _pending = null;
        if (!rest.StartsWith("ConnectionId:"u8))
        {
            _part = Part.Sessions;
            _server.SessionList.Add(new SmbSession { Number = number });
        }

        TakeFields(rest);
    }

    private void TakeNumbered(int? number, ReadOnlySpan<byte> rest)
    {
        if (_part == Part.Sessions && _server is not null)
        {
            _server.SessionList.Add(new SmbSession { Number = number });
            TakeFields(rest);
        }
        else if (_part == Part.Shares && Session is { } session)
        {
            session.ShareList.Add(new SmbShare { Number = number });
            session.ShareList[^1].TakeFirst(rest, source);
        }
        else if (_part == Part.Interfaces && Session is { } client)
        {
            client.InterfaceList.Add(new SmbInterface { Number = number });
            TakeFields(rest);
        }
    }

    private void TakeFields(ReadOnlySpan<byte> line)
    {
        switch (_part)
        {
            case Part.Sessions when Session is { } session && !IsOfServer(line):
                // Old kernels end the line of the session with the state of the server.
                int server = line.IndexOf("TCP status:"u8);
                session.Take(Value.Trim(server < 0 ? line : line[..server]), source);
                _server!.Take(server < 0 ? default : line[server..], source);
                break;
            case Part.Channels when Session is { } session:
                session.ExtraChannels += line.StartsWith("Channel:"u8) ? 1 : 0;
                break;
            case Part.Shares when Session is { ShareList: [.., var share] }:
                share.Take(line, source);
                break;
            case Part.Interfaces when Session is { InterfaceList: [.., var item] }:
                item.Take(line, source);
                break;
            case Part.Requests when Session is { } session:
                session.PendingRequests += line.StartsWith("State:"u8) ? 1 : 0;
                break;
            default:
                _server?.Take(line, source);
                break;
        }
    }

    private static bool IsOfServer(ReadOnlySpan<byte> line) => line.StartsWith("Local Users To Server:"u8) || line.StartsWith("RDMA"u8);

    private void Emit()
    {
        _isEnded |= _server is { } server && !emit(server);
        _server = null;
    }
}
