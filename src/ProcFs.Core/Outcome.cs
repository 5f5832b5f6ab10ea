namespace ProcFs;

/// <summary>What reading brings next: an object, or what went wrong on the way. The reading goes on behind either.</summary>
/// <typeparam name="T">The type of the objects.</typeparam>
public readonly record struct Outcome<T>
    where T : class
{
    private Outcome(T? item, ProcException? error)
    {
        Item = item;
        Error = error;
    }

    /// <summary>The object; null where there is an error.</summary>
    public T? Item { get; }

    /// <summary>What went wrong; null where there is an object.</summary>
    public ProcException? Error { get; }

    /// <summary>The same, of a type that this one derives from.</summary>
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
