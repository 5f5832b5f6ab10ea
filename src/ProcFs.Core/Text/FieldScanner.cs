using System.Buffers.Text;

namespace ProcFs.Text;

/// <summary>Iterates over the fields of a line, in place.</summary>
internal ref struct FieldScanner(ReadOnlySpan<byte> line)
{
    private ReadOnlySpan<byte> _rest = line;

    /// <summary>The rest of the line.</summary>
    public readonly ReadOnlySpan<byte> Rest => _rest;

    /// <summary>The next field, separated by spaces or tabs; empty at the end.</summary>
    public ReadOnlySpan<byte> Next()
    {
        // Fields are short: stepping through them is faster than a vectorized search.
        ReadOnlySpan<byte> rest = _rest;
        int start = 0;
        while (start < rest.Length && rest[start] is (byte)' ' or (byte)'\t')
        {
            start++;
        }

        int end = start;
        while (end < rest.Length && rest[end] is not ((byte)' ' or (byte)'\t'))
        {
            end++;
        }

        _rest = rest[end..];
        return rest[start..end];
    }

    /// <summary>The text before the next <paramref name="separator"/>, which is skipped.</summary>
    public ReadOnlySpan<byte> NextUntil(byte separator)
    {
        int end = _rest.IndexOf(separator);
        ReadOnlySpan<byte> field = end < 0 ? _rest : _rest[..end];
        _rest = end < 0 ? default : _rest[(end + 1)..];
        return field;
    }

    /// <summary>The hexadecimal number before the next <paramref name="separator"/>, which is skipped; false if it is not a number.</summary>
    public bool TryHexUntil(byte separator, out ulong value)
    {
        int length = Number.TakeHex(_rest, out value);
        bool isField = length > 0 && length < _rest.Length && _rest[length] == separator;
        _rest = isField ? _rest[(length + 1)..] : _rest;
        return isField;
    }

    /// <summary>The next field as a decimal number; false if there is none.</summary>
    public bool TryInt64(out long value) => Number.TryInt64(Next(), out value);

    /// <inheritdoc cref="TryInt64(out long)"/>
    public bool TryInt32(out int value)
    {
        ReadOnlySpan<byte> field = Next();
        return Utf8Parser.TryParse(field, out value, out int used) && used == field.Length;
    }
}
