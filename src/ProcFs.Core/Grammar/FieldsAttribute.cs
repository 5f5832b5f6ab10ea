namespace ProcFs.Grammar;

/// <summary>
/// Marks a partial type whose properties name the fields of a file with <see cref="KeyAttribute"/> or <see cref="FieldAttribute"/>: its <see cref="IFields"/> is
/// generated. So are <c>Additional</c>, the fields without a property, and <c>Unavailable</c>, the reasons for nulls, if the type declares them as partial
/// properties, and the properties of interfaces that name fields. <c>Additional</c> is a dictionary, or an array of pairs if keys repeat. A method
/// <c>UnavailableReason? WhyMissing(string property, bool isFound)</c> can give another reason than that the kernel lacks a field, and a method <c>void
/// AddMissing(ref UnavailableFields fields)</c> the reasons for properties that are not fields. A property that cannot be null is required in a row.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class FieldsAttribute : Attribute
{
    /// <summary>Keys that are neither properties nor additional, because they repeat known data.</summary>
    public string[] Ignored { get; init; } = [];
}
