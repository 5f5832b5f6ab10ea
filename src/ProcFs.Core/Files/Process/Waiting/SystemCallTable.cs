using System.Collections.Frozen;
using System.Globalization;

namespace ProcFs;

/// <summary>
/// The names of the system calls by number, and their numbers of arguments. A table is text: <c>name/arguments</c> in numeric order, with <c>@n</c> where the
/// numbering continues at another number. A call without a number of arguments does not exist, or no longer exists, in the kernel.
/// </summary>
internal sealed partial class SystemCallTable
{
    private static readonly Lazy<SystemCallTable> s_x64 = new(() => new SystemCallTable(X64, Shared));
    private static readonly Lazy<SystemCallTable> s_arm64 = new(() => new SystemCallTable(Arm64, Shared));

    private readonly FrozenDictionary<int, SystemCall> _calls;

    private SystemCallTable(params string[] tables)
    {
        var calls = new Dictionary<int, SystemCall>();
        foreach (string table in tables)
        {
            Add(calls, table);
        }

        _calls = calls.ToFrozenDictionary();
    }

    /// <summary>The table of an architecture, named as by uname(2); null if it is unknown.</summary>
    public static SystemCallTable? Of(string? architecture) => architecture switch
    {
        "x86_64" => s_x64.Value,
        "aarch64" => s_arm64.Value,
        _ => null,
    };

    /// <summary>The call with this number; null if the table has none.</summary>
    public SystemCall? Find(int number) => _calls.TryGetValue(number, out SystemCall call) ? call : null;

    private static void Add(Dictionary<int, SystemCall> calls, string table)
    {
        int number = 0;
        foreach (string word in table.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (word[0] == '@')
            {
                number = int.Parse(word.AsSpan(1), CultureInfo.InvariantCulture);
                continue;
            }

            int slash = word.IndexOf('/', StringComparison.Ordinal);
            calls[number++] = slash < 0 ? new SystemCall(word, null) : new SystemCall(word[..slash], word[slash + 1] - '0');
        }
    }

    internal readonly record struct SystemCall(string Name, int? Arguments);
}
