using System.Collections.Concurrent;
using ProcFs.Interop;
using ProcFs.Text;

namespace ProcFs;

/// <summary>
/// User and group names, through the system's resolver, so that users of a directory service are found too. Ids in a capture belong to another machine: they have the
/// names that its manifest holds.
/// </summary>
/// <param name="resolves">Whether the ids are those of this machine.</param>
/// <param name="capture">The manifest of the capture; null if there is none.</param>
internal sealed class Accounts(bool resolves, CaptureManifest? capture = null)
{
    private const int FirstSize = 1024;
    private const int LargestSize = 1 << 20;

    // struct passwd and struct group are smaller than this on every architecture.
    private const int EntryWords = 16;

    // ERANGE of the *_r functions: the buffer is too small.
    private const int TooSmall = 34;

    // Names change rarely, but a drive may live for days.
    private static readonly TimeSpan s_lifetime = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<uint, Entry> _users = new();
    private readonly ConcurrentDictionary<uint, Entry> _groups = new();

    private unsafe delegate int Lookup(uint id, nint* entry, byte* buffer, nint size, out nint result);

    /// <summary>The name of the user; null if the system has none.</summary>
    public unsafe string? UserName(uint id) => resolves ? Find(_users, id, Libc.getpwuid_r) : capture?.Users.GetValueOrDefault(id);

    /// <summary>The name of the group; null if the system has none.</summary>
    public unsafe string? GroupName(uint id) => resolves ? Find(_groups, id, Libc.getgrgid_r) : capture?.Groups.GetValueOrDefault(id);

    private static string? Find(ConcurrentDictionary<uint, Entry> known, uint id, Lookup lookup)
    {
        long now = Environment.TickCount64;
        if (known.TryGetValue(id, out Entry entry) && now < entry.Until)
        {
            return entry.Name;
        }

        string? name = Ask(id, lookup);
        known[id] = new Entry(name, now + (long)s_lifetime.TotalMilliseconds);
        return name;
    }

    private static unsafe string? Ask(uint id, Lookup lookup)
    {
        nint* entry = stackalloc nint[EntryWords];
        for (int size = FirstSize; size <= LargestSize; size *= 4)
        {
            byte[] buffer = new byte[size];
            fixed (byte* bytes = buffer)
            {
                int error = lookup(id, entry, bytes, size, out nint result);
                if (error == TooSmall)
                {
                    continue;
                }

                return error == 0 && result != 0
                    ? LosslessText.Decode(System.Runtime.InteropServices.MemoryMarshal.CreateReadOnlySpanFromNullTerminated((byte*)entry[0]))
                    : null;
            }
        }

        return null;
    }

    private readonly record struct Entry(string? Name, long Until);
}
