namespace ProcFs.Grammar;

/// <summary>An object that a grammar fills field by field; see <see cref="FieldsAttribute"/>.</summary>
internal interface IFields
{
    /// <summary>The keys of the object's properties.</summary>
    KeyTable Keys { get; }

    /// <summary>Whether all properties that cannot be null are set.</summary>
    bool IsWhole { get; }

    /// <summary>Whether a value of the file could not be read.</summary>
    bool HasMalformed { get; }

    /// <summary>
    /// Sets the value of a field, by its position in <see cref="Keys"/> or by its number. An unreadable value leaves its property null and is recorded as
    /// malformed. False if the object has no such field.
    /// </summary>
    bool Set(int field, ReadOnlySpan<byte> text, ProcSource source);

    /// <summary>Keeps a field without a property.</summary>
    void Keep(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value, ProcSource source);

    /// <summary>Whether the key at this position takes the rest of its line unchanged.</summary>
    bool IsExact(int key);
}
