using System.Collections.ObjectModel;
using System.Globalization;

namespace ProcFs;

/// <summary>Values by name, for readers only; in CSV and in strings they are <c>name=value; name=value</c>.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
/// <param name="comparer">The comparer of names; ordinal by default.</param>
internal sealed class NamedValues<T>(IEqualityComparer<string>? comparer = null) : ReadOnlyDictionary<string, T>(new Dictionary<string, T>(comparer))
{
    /// <summary>No values. Nothing is ever added to it.</summary>
    public static new NamedValues<T> Empty { get; } = new();

    /// <summary>Adds a value, or replaces it.</summary>
    public void Set(string name, T value) => Dictionary[name] = value;

    public override string ToString() => string.Join("; ", this.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key}={pair.Value}")));
}
