using BenchmarkDotNet.Running;

// Run as: dotnet run --configuration Release --project tests/ProcFs.Benchmarks -- --filter '*'
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
