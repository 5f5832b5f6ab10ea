using System.Management.Automation;

namespace ProcFs.Completion;

/// <summary>Completes a parameter with values of the mounts: <see cref="Mount.Source"/>, <see cref="Mount.Target"/> or <see cref="Mount.Type"/>.</summary>
/// <param name="property">The name of the property.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MountCompletionsAttribute(string property) : ArgumentCompleterAttribute, IArgumentCompleterFactory
{
    /// <summary>The name of the property.</summary>
    public string Property { get; } = property;

    /// <inheritdoc/>
    public IArgumentCompleter Create() => new MountCompleter(Property switch
    {
        nameof(Mount.Source) => mount => mount.Source,
        nameof(Mount.Target) => mount => mount.Target,
        _ => mount => mount.Type,
    });
}
