using System.Text.Json;
using System.Text.Json.Serialization;

namespace ProcFs;

/// <summary>The JSON of the manifest.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(CaptureManifest), TypeInfoPropertyName = "Manifest")]
internal sealed partial class CaptureJson : JsonSerializerContext
{
    /// <summary>The manifest in a JSON text.</summary>
    /// <param name="json">The text.</param>
    /// <param name="path">The path of the capture, for errors.</param>
    /// <exception cref="ProcException">It is no manifest, or one of a later version.</exception>
    public static CaptureManifest Parse(ReadOnlySpan<byte> json, string path)
    {
        CaptureManifest? manifest;
        try
        {
            manifest = JsonSerializer.Deserialize(json, Default.Manifest);
        }
        catch (Exception error) when (error is JsonException or NotSupportedException)
        {
            throw Refuse(path, error.Message);
        }

        return manifest switch
        {
            null or { Version: < 1 } => throw Refuse(path, "it has no version"),
            { Version: > CaptureManifest.CurrentVersion } =>
                throw Refuse(path, $"it has version {manifest.Version}, and this version of ProcFs reads {CaptureManifest.CurrentVersion}"),
            { PageSize: <= 0 or > 1 << 26 } or { TicksPerSecond: <= 0 or > 100_000 } => throw Refuse(path, "the page size or tick is impossible"),
            _ => manifest,
        };
    }

    /// <summary>The JSON text of a manifest.</summary>
    public static byte[] Format(CaptureManifest manifest) => JsonSerializer.SerializeToUtf8Bytes(manifest, Default.Manifest);

    private static ProcException Refuse(string path, string reason) =>
        new(ProcErrorKind.Malformed, path, $"{path}: {CaptureManifest.FileName} is not the manifest of a capture: {reason.TrimEnd('.')}.");
}
