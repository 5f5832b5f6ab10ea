using System.Globalization;
using System.Text;

namespace ProcFs.Binding;

/// <summary>From the name of an encoding, as Get-Content takes it, to the encoding.</summary>
internal static class EncodingArgument
{
    /// <summary>The encoding of this name or code page.</summary>
    /// <exception cref="ArgumentException">There is none of this name.</exception>
    public static Encoding Resolve(string name) => name.ToLowerInvariant() switch
    {
        "utf8" or "utf8nobom" or "utf8bom" or "default" => Encoding.UTF8,
        "unicode" or "utf16" => Encoding.Unicode,
        "bigendianunicode" => Encoding.BigEndianUnicode,
        "latin1" or "ansi" or "oem" => Encoding.Latin1,
        _ when int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int page) => Encoding.GetEncoding(page),
        _ => Encoding.GetEncoding(name),
    };
}
