namespace ProcFs.Cli.Export;

/// <summary>A value of a metric.</summary>
/// <param name="Value">The value in the unit of the metric.</param>
/// <param name="Labels">The labels that tell it from the other samples of the metric.</param>
internal readonly record struct Sample(double Value, (string Name, string Value)[] Labels);
