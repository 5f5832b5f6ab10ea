using System.Text.Json.Serialization;

namespace ProcFs.Cli.Output;

/// <summary>
/// The properties of the rows that come in great numbers, as compiled code. Any other type of the catalog is asked
/// through its <see cref="ItemShape"/>.
/// </summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(FileDescriptor))]
[JsonSerializable(typeof(KernelSymbol))]
[JsonSerializable(typeof(SymbolLocation))]
[JsonSerializable(typeof(ProcessInfo))]
[JsonSerializable(typeof(ProcEntry))]
[JsonSerializable(typeof(RowGroup))]
internal sealed partial class RowContext : JsonSerializerContext;
