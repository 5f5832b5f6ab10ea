namespace ProcFs.Cli.Export;

/// <summary>A family of samples: <c>procfs_cpu_seconds</c>, with one sample for each CPU and mode.</summary>
/// <param name="Name">The name, which ends with the unit and has no suffix of a type.</param>
/// <param name="Type">The type.</param>
/// <param name="Unit">The base unit, such as <c>seconds</c>; null if the values have none.</param>
/// <param name="Help">What is counted.</param>
internal sealed record Metric(string Name, MetricType Type, string? Unit, string Help)
{
    private readonly List<Sample> _samples = [];

    /// <summary>The samples so far.</summary>
    public IReadOnlyList<Sample> Samples => _samples;

    /// <summary>A family of a counter.</summary>
    public static Metric Counter(string name, string help, string? unit = null) => new(name, MetricType.Counter, unit, help);

    /// <summary>A family of a gauge.</summary>
    public static Metric Gauge(string name, string help, string? unit = null) => new(name, MetricType.Gauge, unit, help);

    /// <summary>Adds a sample; nothing if there is no value.</summary>
    public void Add(double? value, params (string Name, string Value)[] labels)
    {
        if (value is { } number)
        {
            _samples.Add(new Sample(number, labels));
        }
    }

    /// <summary>Adds a time in seconds.</summary>
    public void Add(TimeSpan? time, params (string Name, string Value)[] labels) => Add(time?.TotalSeconds, labels);
}
