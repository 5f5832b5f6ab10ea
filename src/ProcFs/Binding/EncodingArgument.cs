using System.Globalization;
using System.Text;

namespace ProcFs.Binding;

/// <summary>Converts the name of an encoding, as Get-Content accepts it.</summary>
internal static class EncodingArgument
{
    public static readonly string[] Names =
    [
        "ansi", "ascii", "bigendianunicode", "bigendianutf32", "latin1", "oem", "unicode", "utf32", "utf7", "utf8", "utf8BOM", "utf8NoBOM",
    ];

    /// <summary>The encoding with this name or code page.</summary>
    /// <exception cref="ArgumentException">The name is unknown.</exception>
    public static Encoding Resolve(string name) => name.ToLowerInvariant() switch
    {
        "utf8" or "utf8nobom" or "utf8bom" or "default" or "oem" => Encoding.UTF8,
        "unicode" or "string" or "utf16" => Encoding.Unicode,
        "bigendianunicode" => Encoding.BigEndianUnicode,
        "bigendianutf32" => new UTF32Encoding(bigEndian: true, byteOrderMark: true),
        "utf32" => Encoding.UTF32,
#pragma warning disable SYSLIB0001 // UTF-7 is unsafe to write; an old file may still be read.
        "utf7" => Encoding.UTF7,
#pragma warning restore SYSLIB0001
        "ansi" => OfPage(CultureInfo.CurrentCulture.TextInfo.ANSICodePage),
        _ when int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int page) => OfPage(page),
        _ => CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name),
    };

    // Page 0 would be the default of the runtime.
    private static Encoding OfPage(int page) => page == 0
        ? Encoding.UTF8
        : CodePagesEncodingProvider.Instance.GetEncoding(page) ?? Encoding.GetEncoding(page);
}
