using BenchmarkDotNet.Attributes;
using ProcFs.Interop;
using ProcFs.Text;

namespace ProcFs.Benchmarks;

/// <summary>Resolving the text of a descriptor's link to its target.</summary>
[MemoryDiagnoser]
public class LinkResolving
{
    private const ulong MountNamespace = 4026531841;

    private readonly byte[] _path = "/usr/share/zoneinfo/Europe/Berlin"u8.ToArray();
    private readonly byte[] _deleted = "/var/log/app/today.log (deleted)"u8.ToArray();
    private readonly byte[] _socket = "socket:[33581]"u8.ToArray();
    private readonly byte[] _event = "anon_inode:[eventpoll]"u8.ToArray();
    private readonly LinkTargets _targets = new(new TextPool());

    [GlobalSetup]
    public void MeetThePath() => _targets.OfPath(_path, MountNamespace, new Statx { Mode = (ushort)FileKind.Regular, LinkCount = 1 }, isMarked: false);

    [Benchmark]
    public bool KnownPath() => _targets.TryFind(_path, MountNamespace, out _);

    [Benchmark]
    public int DeletedPath() => _targets.OfPath(_deleted, MountNamespace, new Statx { Mode = (ushort)FileKind.Regular }, isMarked: true).Text.Length;

    [Benchmark]
    public int Socket() => _targets.OfObject(_socket).Text.Length;

    [Benchmark]
    public int AnonymousInode() => _targets.OfObject(_event).Text.Length;
}
