using System.Runtime.InteropServices;
using System.Text;

namespace ProcFs.Cli;

/// <summary>A folder laid out like /proc, with one process whose names are as difficult as the kernel allows.</summary>
public sealed partial class Capture : IDisposable
{
    public const int ProcessId = 100;

    /// <summary>A name with a parenthesis, a newline, a terminal escape sequence, and a byte that is not valid UTF-8.</summary>
    public static readonly byte[] Comm = [.. "a) R\n\e[31m"u8, 0xFF];

    /// <summary>A path of this kind.</summary>
    public static readonly byte[] Target = [.. "/srv/x\n\e[2J \\"u8, 0xFE, .. "ä"u8];

    private static readonly byte[] s_argument = [.. "b\n"u8, 0x80];

    public Capture()
    {
        Path = Directory.CreateTempSubdirectory("procfs-").FullName;
        Write("version", "Linux version 6.1.0\n"u8);
        Write("stat", "cpu 1 2 3 4\nbtime 1700000000\n"u8);
        Write("kallsyms", "ffffffff81000000 T _text\nffffffff81000000 t first\nffffffff81000100 T second\nffffffffc0000000 t inner\t[mod]\n"u8);
        Write("sys/vm/swappiness", "60\n"u8);
        Write("sys/net/ipv4/ip_local_port_range", "32768\t60999\n"u8);
        Write("100/comm", [.. Comm, (byte)'\n']);
        Write("100/cmdline", [.. "/bin/a"u8, 0, 0, .. s_argument, 0]);
        Write("100/stat", [.. "100 ("u8, .. Comm, .. ") S 1 100 100 0 -1 4194304 10 0 0 0 150 50 0 0 20 0 3 0 1000 8192000 500 18446744073709551615 1 1 0 0 0 0 0 0 0 0 0 0 17 1 0 0 0 0 0 0 0 0 0 0 0 0 0\n"u8]);
        Write("100/status", [.. "Name:\ta) R\\n"u8, .. "\e[31m"u8, 0xFF, .. "\nUmask:\t0022\nState:\tS (sleeping)\nTgid:\t100\nNgid:\t0\nPid:\t100\nPPid:\t1\nTracerPid:\t0\nUid:\t0\t0\t0\t0\nGid:\t0\t0\t0\t0\nVmRSS:\t  2048 kB\nThreads:\t3\nSigIgn:\t0000000000001000\nCapEff:\t0000000000000021\nCpus_allowed_list:\t0-2,5\nNewKey:\tnew value\n"u8]);
        Link("100/fd/0", "/dev/null"u8);
        Link("100/fd/2", [.. Target, .. " (deleted)"u8]);
        Link("100/fd/3", "socket:[4711]"u8);
        Link("100/fd/4", "/var/log/a.log"u8);
        Link("self", "100"u8);
    }

    /// <summary>The path of the folder.</summary>
    public string Path { get; }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private string Prepare(string name)
    {
        string path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        return path;
    }

    private void Write(string name, ReadOnlySpan<byte> content) => File.WriteAllBytes(Prepare(name), content.ToArray());

    private unsafe void Link(string name, ReadOnlySpan<byte> target)
    {
        byte[] path = Encoding.UTF8.GetBytes(Prepare(name) + "\0");
        byte[] terminated = [.. target, 0];
        fixed (byte* from = path, to = terminated)
        {
            Assert.Equal(0, symlink(to, from));
        }
    }

    [LibraryImport("libc")]
    private static unsafe partial int symlink(byte* target, byte* path);
}
