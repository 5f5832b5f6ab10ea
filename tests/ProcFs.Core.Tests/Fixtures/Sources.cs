using System.Text;

namespace ProcFs.Fixtures;

/// <summary>The context of a parser: a root with known facts, and the name of the file.</summary>
internal static class Sources
{
    public static readonly DateTimeOffset BootTime = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);

    private static readonly ProcRoot s_root = new(AppContext.BaseDirectory, new SystemFacts { PageSize = 16384, TicksPerSecond = 250, BootTime = BootTime });

    public static ProcSource Of(string name) => new(s_root, name);

    /// <summary>The text with one byte per character, so that any byte can be expressed.</summary>
    public static byte[] Latin1(string text) => Encoding.Latin1.GetBytes(text);
}
