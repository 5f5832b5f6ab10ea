namespace ProcFs.IO;

/// <summary>
/// The numbers of the descriptors that were opened here, so that they are left out where the descriptors of this very process are listed. Descriptors
/// belong to a process as a whole: so does this.
/// </summary>
internal static class OwnDescriptors
{
    private const int ChunkSize = 1024;
    private const int Chunks = 1024;

    // About ten milliseconds: an open call may wait for a pipe or a server, but then it has no number yet.
    private const int MostSpins = 25;

    private static readonly bool[]?[] s_held = new bool[Chunks][];
    private static int s_changing;

    /// <summary>Called before a descriptor is opened.</summary>
    public static void BeginOpen() => Interlocked.Increment(ref s_changing);

    /// <summary>Called after the descriptor was opened or, with a negative number, was not.</summary>
    public static void EndOpen(int number)
    {
        Set(number, isHeld: true);
        Interlocked.Decrement(ref s_changing);
    }

    /// <summary>Called before a descriptor is closed. The kernel can reuse its number before close returns.</summary>
    public static void BeginClose(int number)
    {
        Interlocked.Increment(ref s_changing);
        Set(number, isHeld: false);
    }

    /// <summary>Called after the descriptor was closed.</summary>
    public static void EndClose() => Interlocked.Decrement(ref s_changing);

    /// <summary>
    /// Whether the number is that of a descriptor opened here. If not, no descriptor that was being opened or closed at the time of the call is any more: a number
    /// that still leads somewhere is another's.
    /// </summary>
    public static bool Contains(int number)
    {
        var spin = default(SpinWait);
        while (!IsHeld(number) && Volatile.Read(ref s_changing) > 0 && spin.Count < MostSpins)
        {
            spin.SpinOnce();
        }

        return IsHeld(number);
    }

    private static bool IsHeld(int number) => ChunkOf(number) is { } chunk && Volatile.Read(ref chunk[number % ChunkSize]);

    private static void Set(int number, bool isHeld)
    {
        if (number >= 0 && ChunkOf(number) is { } chunk)
        {
            Volatile.Write(ref chunk[number % ChunkSize], isHeld);
        }
    }

    private static bool[]? ChunkOf(int number)
    {
        int chunk = number / ChunkSize;
        if (chunk >= Chunks)
        {
            return null;
        }

        if (Volatile.Read(ref s_held[chunk]) is null)
        {
            Interlocked.CompareExchange(ref s_held[chunk], new bool[ChunkSize], null);
        }

        return s_held[chunk];
    }
}
