using System.Diagnostics.Tracing;

namespace ProcFs.Provider;

/// <summary>
/// The calls of the engine to the provider, for tests and dotnet-trace: the engine makes more calls than a command suggests. No cost without a listener.
/// </summary>
[EventSource(Name = "ProcFs-Provider")]
internal sealed class ProviderEvents : EventSource
{
    public static ProviderEvents Log { get; } = new();

    /// <summary>A call of a provider method that examines a path.</summary>
    [Event(1, Level = EventLevel.Verbose)]
    public void Called(string method, string path)
    {
        if (IsEnabled())
        {
            WriteEvent(1, method, path);
        }
    }
}
