using System.Globalization;
using System.Text;

namespace ProcFs.Fixtures;

/// <summary>
/// A copy of a captured /proc. Git and copying do not preserve links such as <c>socket:[1]</c>, so they are listed in the fixture's links.tsv and created here.
/// </summary>
public class FixtureRoot : TemporaryRoot
{
    // Thousands of small files are written sooner there than to a disk.
    private const string Memory = "/dev/shm";

    public FixtureRoot()
        : this("6.18-x86_64")
    {
    }

    protected FixtureRoot(string name)
        : base(System.IO.Path.Combine(System.IO.Directory.Exists(Memory) ? Memory : System.IO.Path.GetTempPath(), $"procfs-{Guid.NewGuid()}"))
    {
        string source = System.IO.Path.Combine(AppContext.BaseDirectory, "fixtures", name);
        Copy(source, Directory);
        string links = System.IO.Path.Combine(source, "links.tsv");
        foreach (string line in File.Exists(links) ? File.ReadAllLines(links) : [])
        {
            string[] columns = line.Split('\t');
            Link(columns[0], Unescape(columns[1]));
        }
    }

    protected override string RootFolder => "proc";

    /// <summary>The bytes of a target: <c>\n</c>, <c>\t</c>, <c>\\</c>, <c>\xfe</c>.</summary>
    internal static byte[] Unescape(string text)
    {
        var bytes = new List<byte>();
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(text, i, 1));
                continue;
            }

            i++;
            bytes.Add(text[i] switch
            {
                'n' => (byte)'\n',
                't' => (byte)'\t',
                '\\' => (byte)'\\',
                'x' => byte.Parse(text.AsSpan(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture),
                _ => throw new FormatException(text),
            });
            i += text[i] == 'x' ? 2 : 0;
        }

        return [.. bytes];
    }

    private static void Copy(string from, string to)
    {
        System.IO.Directory.CreateDirectory(to);
        foreach (string file in System.IO.Directory.GetFiles(from))
        {
            File.WriteAllBytes(System.IO.Path.Combine(to, System.IO.Path.GetFileName(file)), File.ReadAllBytes(file));
        }

        foreach (string folder in System.IO.Directory.GetDirectories(from))
        {
            Copy(folder, System.IO.Path.Combine(to, System.IO.Path.GetFileName(folder)));
        }
    }
}

/// <summary>A /proc according to the documentation of kernels around 3.2.</summary>
public sealed class OldKernelRoot() : FixtureRoot("3.2-x86_64");

/// <summary>A kallsyms with hidden addresses.</summary>
public sealed class HiddenSymbolsRoot() : FixtureRoot("hidden-kallsyms");

/// <summary>A /proc of a reported case.</summary>
public sealed class CaseRoot(string name) : FixtureRoot(System.IO.Path.Combine("cases", name));

/// <summary>A process of another kernel and architecture: <c>2.6.32-i686</c>, <c>3.10-s390x</c>, <c>5.15-mips</c>.</summary>
public sealed class ForeignRoot(string name) : FixtureRoot(name);
