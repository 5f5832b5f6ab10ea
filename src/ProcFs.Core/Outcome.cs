namespace ProcFs;

/// <summary>The next result of a reading: an object or an error. The reading continues after either.</summary>
/// <typeparam name="T">The type of the objects.</typeparam>
public readonly record struct Outcome<T>
    where T : class
{
    private Outcome(T? item, ProcException? error)
    {
        Item = item;
        Error = error;
    }

    /// <summary>The object; null for an error.</summary>
    public T? Item { get; }

    /// <summary>The error; null for an object.</summary>
    public ProcException? Error { get; }

    /// <summary>The same result, as a base type.</summary>
    internal Outcome<TBase> As<TBase>()
        where TBase : class =>
        Item is null ? Outcome<TBase>.Failed(Error!) : Outcome<TBase>.Of((TBase)(object)Item);

    /// <summary>What is made of the object; an error stays one.</summary>
    internal Outcome<TOther> To<TOther>(Func<T, TOther> convert)
        where TOther : class =>
        Item is null ? Outcome<TOther>.Failed(Error!) : Outcome<TOther>.Of(convert(Item));

    internal static Outcome<T> Of(T item) => new(item, null);

    internal static Outcome<T> Failed(ProcException error) => new(null, error);
}
