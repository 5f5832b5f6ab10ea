using System.Text.Json.Serialization;

namespace ProcFs.Cli.Output;

/// <summary>The properties of frequent row types, as compiled code. All other types of the catalog are read through their <see cref="ItemShape"/>.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(FileDescriptor))]
[JsonSerializable(typeof(KernelSymbol))]
[JsonSerializable(typeof(SymbolLocation))]
[JsonSerializable(typeof(ProcessInfo))]
[JsonSerializable(typeof(ProcEntry))]
[JsonSerializable(typeof(RowGroup))]
internal sealed partial class RowContext : JsonSerializerContext;
