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

    /// <summary>The unit, and the values that it takes.</summary>
    internal ParameterMeaning Meaning => ParameterBounds.Find(Pattern) is { } known
        ? ParameterMeaning.Of(Description) with { Minimum = known.Minimum, Maximum = known.Maximum }
        : ParameterMeaning.Of(Description);

    /// <summary>The description, with the bounds if it does not state them.</summary>
    internal string Purpose => ParameterBounds.Find(Pattern) is not null && Meaning.Bounds is { } bounds && !Description.Contains(bounds, StringComparison.Ordinal)
        ? $"{Description}; {bounds}"
        : Description;

    /// <summary>The interpretation of its text.</summary>
    internal ParameterForm Form { get; }

    /// <summary>Whether a listing is allowed to read it.</summary>
    internal bool IsReadWhenListed => Access != Access.Write && !IsReadOnRequest;
}
