using ProcFs.Text;
using ProcFs.Views;

namespace ProcFs;

/// <summary>What a client of a graphics device uses. Source: Documentation/gpu/drm-usage-stats.rst.</summary>
public sealed class GraphicsClient
{
    internal GraphicsClient()
    {
    }

    /// <summary>The driver: <c>i915</c>, <c>amdgpu</c>.</summary>
    public required string Driver { get; init; }

    /// <summary>The address of the device on its bus: <c>0000:00:02.0</c>; null if it is not given.</summary>
    public required string? Address { get; init; }

    /// <summary>The id of the client, by which descriptors of the same client are counted once; null if it is not given.</summary>
    public required long? ClientId { get; init; }

    /// <summary>The time that each engine was busy for the client, by engine: <c>render</c>, <c>video</c>.</summary>
    public required IReadOnlyDictionary<string, TimeSpan> Engines { get; init; }

    /// <summary>Bytes of memory by kind and region: <c>total-vram0</c>, <c>resident-system</c>, <c>memory-gtt</c>.</summary>
    public required IReadOnlyDictionary<string, long> Memory { get; init; }

    internal static View View => new(
        typeof(GraphicsClient),
        new(nameof(Driver), 12),
        new(nameof(Address), 14),
        new(nameof(ClientId), 8),
        new(nameof(Engines), 30),
        new(nameof(Memory)));

    /// <summary>The driver and the client: <c>i915 client 7</c>.</summary>
    public override string ToString() => DisplayText.Escape(ClientId is { } id ? $"{Driver} client {id}" : Driver);
}
