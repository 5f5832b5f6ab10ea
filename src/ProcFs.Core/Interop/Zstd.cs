using System.Runtime.InteropServices;

namespace ProcFs.Interop;

/// <summary>
/// The streaming functions of libzstd (zstd.h). The library is looked for when an archive with this compression is named, and is nowhere else needed: .NET has had
/// the format since version 11.
/// </summary>
internal sealed unsafe class Zstd
{
    /// <summary>ZSTD_e_continue: more follows.</summary>
    public const int Continue = 0;

    /// <summary>ZSTD_e_end: the frame ends.</summary>
    public const int End = 2;

    private static readonly string[] s_names = ["libzstd.so.1", "libzstd.1.dylib", "/opt/homebrew/lib/libzstd.1.dylib", "libzstd.dll", "zstd.dll"];
    private static readonly Lazy<Zstd?> s_library = new(Load);

    private readonly delegate* unmanaged<nint> _createCompressor;
    private readonly delegate* unmanaged<nint, nuint> _freeCompressor;
    private readonly delegate* unmanaged<nint, Output*, Input*, int, nuint> _compress;
    private readonly delegate* unmanaged<nint> _createDecompressor;
    private readonly delegate* unmanaged<nint, nuint> _freeDecompressor;
    private readonly delegate* unmanaged<nint, Output*, Input*, nuint> _decompress;
    private readonly delegate* unmanaged<nuint, uint> _isError;

    private Zstd(nint library)
    {
        _createCompressor = (delegate* unmanaged<nint>)NativeLibrary.GetExport(library, "ZSTD_createCCtx");
        _freeCompressor = (delegate* unmanaged<nint, nuint>)NativeLibrary.GetExport(library, "ZSTD_freeCCtx");
        _compress = (delegate* unmanaged<nint, Output*, Input*, int, nuint>)NativeLibrary.GetExport(library, "ZSTD_compressStream2");
        _createDecompressor = (delegate* unmanaged<nint>)NativeLibrary.GetExport(library, "ZSTD_createDCtx");
        _freeDecompressor = (delegate* unmanaged<nint, nuint>)NativeLibrary.GetExport(library, "ZSTD_freeDCtx");
        _decompress = (delegate* unmanaged<nint, Output*, Input*, nuint>)NativeLibrary.GetExport(library, "ZSTD_decompressStream");
        _isError = (delegate* unmanaged<nuint, uint>)NativeLibrary.GetExport(library, "ZSTD_isError");
    }

    /// <summary>The installed library; null if there is none.</summary>
    public static Zstd? Library => s_library.Value;

    public nint CreateCompressor() => _createCompressor();

    public void FreeCompressor(nint context) => _ = _freeCompressor(context);

    public nint CreateDecompressor() => _createDecompressor();

    public void FreeDecompressor(nint context) => _ = _freeDecompressor(context);

    /// <summary>Compresses a part; returns how much is left to flush.</summary>
    public nuint Compress(nint context, Output* output, Input* input, int operation) => _compress(context, output, input, operation);

    /// <summary>Decompresses a part; returns 0 at the end of a frame.</summary>
    public nuint Decompress(nint context, Output* output, Input* input) => _decompress(context, output, input);

    public bool IsError(nuint code) => _isError(code) != 0;

    private static Zstd? Load()
    {
        foreach (string name in s_names)
        {
            if (NativeLibrary.TryLoad(name, out nint library))
            {
                return new Zstd(library);
            }
        }

        return null;
    }

    /// <summary>ZSTD_outBuffer.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Output
    {
        public byte* Start;
        public nuint Size;
        public nuint Position;
    }

    /// <summary>ZSTD_inBuffer.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Input
    {
        public byte* Start;
        public nuint Size;
        public nuint Position;
    }
}
