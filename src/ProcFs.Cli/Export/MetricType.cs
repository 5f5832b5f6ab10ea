namespace ProcFs.Cli.Export;

/// <summary>The type of a metric in OpenMetrics.</summary>
internal enum MetricType
{
    /// <summary>A value that can rise and fall.</summary>
    Gauge,

    /// <summary>A sum that only rises; its samples have the suffix <c>_total</c>.</summary>
    Counter,
}
