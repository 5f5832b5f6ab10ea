namespace ProcFs;

/// <summary>A value that can be read or written.</summary>
public sealed class ParameterEntry : CatalogEntry
{
    internal ParameterEntry(string pattern, string description, Access access, ParameterForm form)
        : base(ProcKind.Parameter, pattern, description)
    {
        Access = access;
        Form = form;
    }

    /// <inheritdoc/>
    public override Access Access { get; }

    /// <inheritdoc/>
    public override Type ItemType => typeof(KernelParameter);

    /// <summary>The interpretation of its text.</summary>
    internal ParameterForm Form { get; }

    /// <summary>Whether a listing is allowed to read it.</summary>
    internal bool IsReadWhenListed => Access != Access.Write && !IsReadOnRequest;
}
