using System.Collections.Concurrent;
using System.Text;
using ProcFs.Interop;
using ProcFs.Text;

namespace ProcFs;

/// <summary>What the manifest will say: collected by all readers of a capture.</summary>
internal sealed class CaptureNotes
{
    private readonly ConcurrentDictionary<int, HashSet<string>> _denied = new();
    private readonly ConcurrentDictionary<string, byte> _deniedOfMachine = new();
    private readonly ConcurrentDictionary<string, byte> _leftOut = new();
    private readonly ConcurrentDictionary<string, byte> _names = new();
    private readonly ConcurrentDictionary<TargetKey, ConcurrentBag<string>> _targets = new();
    private readonly ConcurrentDictionary<uint, byte> _users = new();
    private readonly ConcurrentDictionary<uint, byte> _groups = new();
    private readonly ConcurrentBag<int> _vanished = [];

    public IReadOnlyList<int> Vanished => [.. _vanished.Order()];

    public IReadOnlyList<string> LeftOut => [.. _leftOut.Keys.Order(StringComparer.Ordinal)];

    public IReadOnlyList<string> Names => [.. _names.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The denied files. Processes that lack the same files are named together.</summary>
    public IReadOnlyList<CaptureGap> Denied
    {
        get
        {
            IEnumerable<CaptureGap> ofProcesses = _denied
                .Select(process => (Id: process.Key, Files: process.Value.Order(StringComparer.Ordinal).ToArray()))
                .GroupBy(process => string.Join('\n', process.Files))
                .Select(group => new CaptureGap { Files = group.First().Files, Processes = [.. group.Select(process => process.Id).Order()] });
            return _deniedOfMachine.IsEmpty ? [.. ofProcesses] : [new CaptureGap { Files = [.. _deniedOfMachine.Keys.Order(StringComparer.Ordinal)] }, .. ofProcesses];
        }
    }

    public IReadOnlyList<CapturedTarget> Targets => [.. _targets.Select(target => CapturedTarget.Of(target.Key.ToStatx(), [.. target.Value.Order(StringComparer.Ordinal)]))];

    public IReadOnlyDictionary<uint, string> UsersOf(Accounts accounts) => NamesOf(_users, accounts.UserName);

    public IReadOnlyDictionary<uint, string> GroupsOf(Accounts accounts) => NamesOf(_groups, accounts.GroupName);

    public void AddVanished(int id)
    {
        _vanished.Add(id);
        _denied.TryRemove(id, out _);
    }

    public void AddDenied(int? process, string file)
    {
        if (process is { } id)
        {
            HashSet<string> files = _denied.GetOrAdd(id, static _ => []);
            lock (files)
            {
                files.Add(file);
            }
        }
        else
        {
            _deniedOfMachine[file] = 0;
        }
    }

    public void AddLeftOut(CatalogEntry? entry, string path) => _leftOut[entry?.Pattern ?? path] = 0;

    public void AddTarget(string link, in Statx file) => _targets.GetOrAdd(new TargetKey(file), static _ => []).Add(link);

    /// <summary>The text of a link that ends like that of a deleted file, and is the name of one.</summary>
    public void AddName(ReadOnlySpan<byte> text) => _names[IO.CapturedNode.NameOf(text)] = 0;

    /// <summary>The users and groups that <c>status</c> names.</summary>
    public void AddAccounts(ReadOnlySpan<byte> status)
    {
        AddNumbers(Grammar.KeyValues.Find(status, "Uid"u8), _users);
        AddNumbers(Grammar.KeyValues.Find(status, "Gid"u8), _groups);
        AddNumbers(Grammar.KeyValues.Find(status, "Groups"u8), _groups);
    }

    /// <summary>The users and groups in a file of the machine whose columns have the names uid, gid, cuid and cgid, or that begins lines with a user.</summary>
    public void AddAccounts(string path, ReadOnlySpan<byte> content)
    {
        if (path is "key-users" or "keys")
        {
            foreach (Range line in content.Split((byte)'\n'))
            {
                var words = new FieldScanner(content[line]);
                for (int skip = path == "keys" ? 5 : 0; skip > 0; skip--)
                {
                    words.Next();
                }

                AddNumber(words.Next().TrimEnd((byte)':'), _users);
                AddNumber(path == "keys" ? words.Next() : default, _groups);
            }
        }
        else if (path.StartsWith("sysvipc/", StringComparison.Ordinal))
        {
            AddColumns(content);
        }
        else if (path.StartsWith("net/", StringComparison.Ordinal))
        {
            AddOwners(content);
        }
    }

    // "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid": of a row, the eighth field.
    private void AddOwners(ReadOnlySpan<byte> content)
    {
        const int FieldsBefore = 7;
        int header = content.IndexOf((byte)'\n');
        if (header < 0 || content[..header].IndexOf(" uid "u8) < 0 || content[..header].IndexOf("local_address"u8) < 0)
        {
            return;
        }

        ReadOnlySpan<byte> rows = content[(header + 1)..];
        foreach (Range row in rows.Split((byte)'\n'))
        {
            var words = new FieldScanner(rows[row]);
            for (int skip = 0; skip < FieldsBefore; skip++)
            {
                words.Next();
            }

            AddNumber(words.Next(), _users);
        }
    }

    private void AddColumns(ReadOnlySpan<byte> content)
    {
        var columns = new List<ConcurrentDictionary<uint, byte>?>();
        foreach (Range line in content.Split((byte)'\n'))
        {
            var words = new FieldScanner(content[line]);
            bool isHeader = columns.Count == 0;
            int column = 0;
            while (words.Next() is { IsEmpty: false } word)
            {
                if (isHeader)
                {
                    columns.Add(Encoding.ASCII.GetString(word) switch { "uid" or "cuid" => _users, "gid" or "cgid" => _groups, _ => null });
                }
                else if (column < columns.Count && columns[column++] is { } ids)
                {
                    AddNumber(word, ids);
                }
            }
        }
    }

    private static void AddNumbers(ReadOnlySpan<byte> text, ConcurrentDictionary<uint, byte> ids)
    {
        var words = new FieldScanner(text);
        while (words.Next() is { IsEmpty: false } word)
        {
            AddNumber(word, ids);
        }
    }

    private static void AddNumber(ReadOnlySpan<byte> word, ConcurrentDictionary<uint, byte> ids)
    {
        if (Number.TryUInt32(word, out uint id))
        {
            ids[id] = 0;
        }
    }

    private static SortedDictionary<uint, string> NamesOf(ConcurrentDictionary<uint, byte> ids, Func<uint, string?> nameOf)
    {
        var names = new SortedDictionary<uint, string>();
        foreach (uint id in ids.Keys)
        {
            if (nameOf(id) is { } name)
            {
                names[id] = name;
            }
        }

        return names;
    }

    private readonly record struct TargetKey(ushort Mode, ulong Size, ulong Inode, uint Names, uint DeviceMajor, uint DeviceMinor, uint SpecialMajor, uint SpecialMinor)
    {
        public TargetKey(in Statx file)
            : this(file.Mode, file.Size, file.Inode, file.LinkCount, file.DeviceMajor, file.DeviceMinor, file.SpecialMajor, file.SpecialMinor)
        {
        }

        public Statx ToStatx() => new()
        {
            Mode = Mode,
            Size = Size,
            Inode = Inode,
            LinkCount = Names,
            DeviceMajor = DeviceMajor,
            DeviceMinor = DeviceMinor,
            SpecialMajor = SpecialMajor,
            SpecialMinor = SpecialMinor,
        };
    }
}
