using System.IO.Compression;

namespace ProcFs.IO;

/// <summary>The file of an archive. What compresses it is recognized by its first bytes, and chosen by its name when it is made.</summary>
internal static class ArchiveFile
{
    private static readonly string[] s_endings = [".tar", ".tar.gz", ".tgz", ".tar.zst", ".tzst"];

    /// <summary>Whether a path has the ending of an archive.</summary>
    public static bool HasEnding(string path) => Array.Exists(s_endings, ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>Opens an archive; its bytes are those of the tar archive in it.</summary>
    /// <exception cref="ProcException">It cannot be opened, or decompressed here.</exception>
    public static Stream OpenRead(string path)
    {
        try
        {
#pragma warning disable RS0030 // An archive is a file of the user, not of /proc.
            Stream file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, FileOptions.SequentialScan);
#pragma warning restore RS0030
            Span<byte> start = stackalloc byte[4];
            int length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
            file.Position = 0;
            return start[..length] switch
            {
                [0x1f, 0x8b, ..] => new GZipStream(file, CompressionMode.Decompress),
                [0x28, 0xb5, 0x2f, 0xfd] => ZstdStream.Decompress(file, path),
                _ => file,
            };
        }
        catch (UnauthorizedAccessException error)
        {
            throw new ProcException(ProcErrorKind.AccessDenied, path, $"{path}: permission denied. {error.Message}");
        }
        catch (IOException error) when (error is not ProcException)
        {
            throw new ProcException(error is FileNotFoundException ? ProcErrorKind.NotFound : ProcErrorKind.Io, path, $"{path}: {error.Message}");
        }
    }

    /// <summary>Compresses what is written, as the ending of the path says.</summary>
    /// <param name="file">Receives the archive; it is closed with the result.</param>
    /// <param name="path">The path of the finished archive.</param>
    public static Stream Compress(Stream file, string path) => path switch
    {
        _ when path.EndsWith("gz", StringComparison.OrdinalIgnoreCase) => new GZipStream(file, CompressionLevel.Fastest),
        _ when path.EndsWith("zst", StringComparison.OrdinalIgnoreCase) => ZstdStream.Compress(file, path),
        _ => new BufferedStream(file, 256 * 1024),
    };
}
