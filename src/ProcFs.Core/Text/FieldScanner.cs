using System.Buffers.Text;

namespace ProcFs.Text;

/// <summary>Walks over the fields of a line, in place.</summary>
internal ref struct FieldScanner(ReadOnlySpan<byte> line)
{
    private ReadOnlySpan<byte> _rest = line;

    /// <summary>What has not been taken yet.</summary>
    public readonly ReadOnlySpan<byte> Rest => _rest;

    /// <summary>The next field that spaces or tabs separate; empty at the end.</summary>
    public ReadOnlySpan<byte> Next()
    {
        // Fields are short: a step at a time takes less than a search by vectors.
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

    /// <summary>What comes before the next <paramref name="separator"/>, which is passed over too.</summary>
    public ReadOnlySpan<byte> NextUntil(byte separator)
    {
        int end = _rest.IndexOf(separator);
        ReadOnlySpan<byte> field = end < 0 ? _rest : _rest[..end];
        _rest = end < 0 ? default : _rest[(end + 1)..];
        return field;
    }

    /// <summary>The hexadecimal number before the next <paramref name="separator"/>, which is passed over too; false where that is none.</summary>
    public bool TryHexUntil(byte separator, out ulong value)
    {
        int length = Number.TakeHex(_rest, out value);
        bool isField = length > 0 && length < _rest.Length && _rest[length] == separator;
        _rest = isField ? _rest[(length + 1)..] : _rest;
        return isField;
    }

    /// <summary>The next field as a decimal number; false where there is none.</summary>
    public bool TryInt64(out long value) => Number.TryInt64(Next(), out value);

    /// <inheritdoc cref="TryInt64(out long)"/>
    public bool TryInt32(out int value)
    {
        ReadOnlySpan<byte> field = Next();
        return Utf8Parser.TryParse(field, out value, out int used) && used == field.Length;
    }
}
