namespace ProcFs;

/// <summary>Connects readers that can be stopped with receivers that take everything.</summary>
internal static class Emission
{
    /// <summary>A receiver that never stops the reader.</summary>
    public static Func<T, bool> Always<T>(this Action<T> emit) => row =>
    {
        emit(row);
        return true;
    };
}
