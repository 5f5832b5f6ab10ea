namespace ProcFs.Grammar;

/// <summary>
/// Marks a partial type whose properties name the fields of a file by <see cref="KeyAttribute"/> or <see cref="FieldAttribute"/>: its
/// <see cref="IFields"/> is generated. So are <c>Additional</c>, the fields that no property holds, and <c>Unavailable</c>, the reasons for nulls, where
/// the type declares them as partial properties, and the properties of interfaces that name fields. <c>Additional</c> is a dictionary, or an array of
/// pairs where keys repeat. A method <c>UnavailableReason? WhyMissing(string property, bool isFound)</c> may say more than that the kernel lacks a field, and a method
/// <c>void AddMissing(ref UnavailableFields fields)</c> why properties are null that are no fields.
/// A property that cannot be null is required of a row.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class FieldsAttribute : Attribute
{
    /// <summary>Keys that are neither properties nor additional: they repeat what the object knows.</summary>
    public string[] Ignored { get; init; } = [];
}
