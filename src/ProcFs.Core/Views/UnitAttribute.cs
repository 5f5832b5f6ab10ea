namespace ProcFs.Views;

/// <summary>States the unit of a property. Not needed if the scale of the field already states it.</summary>
/// <param name="unit">The unit.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class UnitAttribute(Unit unit) : Attribute
{
    /// <summary>The unit.</summary>
    public Unit Unit => unit;
}
