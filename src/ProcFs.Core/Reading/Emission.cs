namespace ProcFs;

/// <summary>Joins readers that can be stopped with receivers that take all.</summary>
internal static class Emission
{
    /// <summary>A receiver that never stops the reader.</summary>
    public static Func<T, bool> Always<T>(this Action<T> emit) => row =>
    {
        emit(row);
        return true;
    };
}
