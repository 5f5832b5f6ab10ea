using BenchmarkDotNet.Attributes;
using ProcFs.Text;

namespace ProcFs.Benchmarks;

/// <summary>Decoding bytes to text, and matching bytes with a wildcard.</summary>
[MemoryDiagnoser]
public class TextDecoding
{
    private readonly byte[] _ascii = "/usr/share/zoneinfo/Europe/Berlin"u8.ToArray();
    private readonly byte[] _utf8 = "/srv/Übersicht/Größen – 2024.csv"u8.ToArray();
    private readonly byte[] _odd = [.. "/srv/caf"u8, 0xE9, .. "/menu.txt"u8];
    private readonly byte[] _name = "tcp_v4_connect"u8.ToArray();
    private readonly TextPool _pool = new();
    private readonly Wildcard _prefix = new("tcp_*");
    private readonly Wildcard _contains = new("*connect*");
    private readonly Wildcard _general = new("t?p_*[a-f]onnect");

    [Benchmark]
    public string Ascii() => LosslessText.Decode(_ascii);

    [Benchmark]
    public string Utf8() => LosslessText.Decode(_utf8);

    [Benchmark]
    public string BytesThatAreNoUtf8() => LosslessText.Decode(_odd);

    [Benchmark]
    public string Interned() => _pool.Intern(_ascii);

    [Benchmark]
    public bool Prefix() => _prefix.IsMatch(_name);

    [Benchmark]
    public bool Contains() => _contains.IsMatch(_name);

    [Benchmark]
    public bool General() => _general.IsMatch(_name);
}
