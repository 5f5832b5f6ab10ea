using System.Diagnostics.Tracing;

namespace ProcFs.Provider;

/// <summary>
/// What the engine asks of the provider, for tests and dotnet-trace: the engine asks more often than a command shows. Costs nothing
/// while nobody listens.
/// </summary>
[EventSource(Name = "ProcFs-Provider")]
internal sealed class ProviderEvents : EventSource
{
    public static ProviderEvents Log { get; } = new();

    /// <summary>A call of a method of the provider that looks at a path.</summary>
    [Event(1, Level = EventLevel.Verbose)]
    public void Called(string method, string path)
    {
        if (IsEnabled())
        {
            WriteEvent(1, method, path);
        }
    }
}
