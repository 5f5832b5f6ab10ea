namespace ProcFs.Grammar;

/// <summary>An object that a grammar fills field by field; see <see cref="FieldsAttribute"/>.</summary>
internal interface IFields
{
    /// <summary>The keys that the object has properties for.</summary>
    KeyTable Keys { get; }

    /// <summary>Whether all properties that cannot be null are set.</summary>
    bool IsWhole { get; }

    /// <summary>Whether a value of the file could not be read.</summary>
    bool HasMalformed { get; }

    /// <summary>
    /// Sets what the field holds: by its place in <see cref="Keys"/>, or by its number. A value that cannot be read leaves its property null and
    /// is noted as malformed. False where the object has no such field.
    /// </summary>
    bool Set(int field, ReadOnlySpan<byte> text, ProcSource source);

    /// <summary>Keeps a field that the object has no property for.</summary>
    void Keep(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value, ProcSource source);

    /// <summary>Whether the key at this place takes the rest of its line as it stands.</summary>
    bool IsExact(int key);
}
