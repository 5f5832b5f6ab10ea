using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;

// dotnet run --configuration Release --project tests/ProcFs.Benchmarks -- --filter '*'
string artifacts = Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "..", "benchmarks");
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, DefaultConfig.Instance.WithArtifactsPath(Path.GetFullPath(artifacts)));
