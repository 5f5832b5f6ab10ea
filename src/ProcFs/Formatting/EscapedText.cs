using System.Management.Automation;
using ProcFs.Views;

namespace ProcFs.Formatting;

/// <summary>Texts that a process or a user chooses, in a form that cannot steer a terminal: for tables of your own.</summary>
public static class EscapedText
{
    /// <summary>The value of a property, escaped; null if it is null.</summary>
    /// <param name="row">The object.</param>
    /// <param name="property">The name of the property.</param>
    public static object? Of(PSObject row, string property)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Display.Safe(ItemShape.Find(row.BaseObject.GetType())?.Find(property)?.GetValue(row.BaseObject));
    }
}
