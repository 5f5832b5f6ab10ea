using System.Collections.ObjectModel;
using System.Management.Automation;
using ProcFs.Tree;

namespace ProcFs.Provider;

/// <content>Properties: the fields of the object at a path.</content>
public sealed partial class ProcFsProvider
{
    private const string ValueProperty = nameof(KernelParameter.Value);

    /// <inheritdoc/>
    public void GetProperty(string path, Collection<string>? providerSpecificPickList) => Read(path, node =>
    {
        var item = PSObject.AsPSObject(node.GetItem());
        var result = new PSObject();
        string[] wanted = providerSpecificPickList is { Count: > 0 } ? [.. providerSpecificPickList] : ["*"];
        foreach (string name in wanted)
        {
            AddMatching(item, name, result, path);
        }

        if (result.Properties.Any())
        {
            WritePropertyObject(result, TreePath.Normalize(path));
        }
    });

    /// <inheritdoc/>
    public object? GetPropertyDynamicParameters(string path, Collection<string>? providerSpecificPickList) => null;

    /// <inheritdoc/>
    public void SetProperty(string path, PSObject propertyValue) => Try(path, node =>
    {
        ArgumentNullException.ThrowIfNull(propertyValue);
        foreach (PSPropertyInfo property in propertyValue.Properties)
        {
            if (!property.Name.Equals(ValueProperty, StringComparison.OrdinalIgnoreCase))
            {
                WriteError(ErrorRecords.NotSupported($"{node.Path}: only the property {ValueProperty} of a parameter can be written.", path));
            }
            else if (WriteParameter(node, path, property.Value))
            {
                WritePropertyObject(propertyValue, TreePath.Normalize(path));
            }
        }
    });

    /// <inheritdoc/>
    public object? SetPropertyDynamicParameters(string path, PSObject propertyValue) => null;

    /// <inheritdoc/>
    public void ClearProperty(string path, Collection<string> propertyToClear) =>
        WriteError(ErrorRecords.NotSupported($"{path}: it cannot be cleared.", path));

    /// <inheritdoc/>
    public object? ClearPropertyDynamicParameters(string path, Collection<string> propertyToClear) => null;

    private void AddMatching(PSObject item, string name, PSObject result, string path)
    {
        var pattern = WildcardPattern.Get(name, WildcardOptions.IgnoreCase);
        bool found = false;
        foreach (PSPropertyInfo property in item.Properties)
        {
            if (pattern.IsMatch(property.Name))
            {
                found = true;
                result.Properties.Add(new PSNoteProperty(property.Name, property.Value));
            }
        }

        if (!found && !WildcardPattern.ContainsWildcardCharacters(name))
        {
            WriteError(ErrorRecords.NotFound($"{path} has no property {name}.", name));
        }
    }
}
