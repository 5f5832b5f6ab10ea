namespace ProcFs.Views;

/// <summary>Says what a property counts. Where a field of the file is declared with a scale that says so already, that is enough.</summary>
/// <param name="unit">The unit.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class UnitAttribute(Unit unit) : Attribute
{
    /// <summary>The unit.</summary>
    public Unit Unit => unit;
}
