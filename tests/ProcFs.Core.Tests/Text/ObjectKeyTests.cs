using System.Reflection;
using ProcFs.Fixtures;
using ProcFs.Tree;

namespace ProcFs.Text;

/// <summary>The text of each object identifies it among others, on one line.</summary>
public sealed class ObjectKeyTests
{
    private static readonly ProcTree s_tree = new(new ProcRoot());

    /// <summary>All types read through the catalog, and all others about a process.</summary>
    public static TheoryData<string> Types =>
        [.. typeof(ProcRoot).Assembly.GetExportedTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.GetProperty("ProcessId") is not null && type != typeof(ProcSource))
            .Concat(Catalog.All.Select(entry => entry.ItemType).OfType<Type>())
            .Select(type => type.FullName!)
            .Distinct()];

    /// <summary>Objects of each process, and of the machine if they are cheap to read.</summary>
    public static TheoryData<string> Files =>
        [.. Catalog.All.Where(entry => entry.ItemType is not null).Select(entry => entry.Pattern).Where(pattern => pattern.StartsWith("<pid>/", StringComparison.Ordinal)
            && pattern.Count(character => character == '<') == 1)];

    [Theory]
    [MemberData(nameof(Types))]
    public void Each_type_has_a_text_of_its_own(string name)
    {
        Type type = typeof(ProcRoot).Assembly.GetType(name)!;
        MethodInfo method = type.GetMethod(nameof(ToString), [])!;
        Assert.NotEqual(typeof(object), method.DeclaringType);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void It_is_one_line_and_differs_from_row_to_row(string pattern)
    {
        // A program that maps nothing while it is read.
        using var child = new ChildProcess();
        object[] items = [.. Read(pattern.Replace("<pid>", $"{child.Id}", StringComparison.Ordinal))];
        string[] texts = [.. items.Select(item => item.ToString()!)];
        Assert.All(texts, text => Assert.False(text.Length == 0 || text.Any(char.IsControl) || text.StartsWith("ProcFs.", StringComparison.Ordinal), text));

        // Frames of a call chain and variables can be repeated; children are in the same namespaces, and one namespace has one text. An extension of a
        // packet filter has a line for each of its revisions.
        string[] repeated = ["/stack", "/environ", "/ns", "_tables_matches", "_tables_targets"];
        if (!repeated.Any(end => pattern.EndsWith(end, StringComparison.Ordinal)))
        {
            Assert.Equal(texts, texts.Distinct());
        }
    }

    [Fact]
    public void A_process_is_its_id_and_name() => Assert.Equal("1234 sshd", ObjectKey.OfProcess(1234, "sshd"));

    [Theory]
    [InlineData(null, "1234 sshd")]
    [InlineData(1240, "1234/1240 sshd")]
    public void A_thread_has_its_own_id_too(int? threadId, string text) => Assert.Equal(text, ObjectKey.OfThread(1234, threadId, "sshd"));

    [Theory]
    [InlineData("/../../etc/*", @"1234 /.\x2e/.\x2e/etc/*")]
    [InlineData("\\..\\..\\etc", @"1234 \.\x2e\.\x2e\etc")]
    [InlineData("kworker/0:1", "1234 kworker/0:1")]
    [InlineData("\u001b[2J", @"1234 \x1b[2J")]
    public void A_name_leads_nowhere_and_steers_nothing(string name, string text) => Assert.Equal(text, ObjectKey.OfProcess(1234, name));

    [Theory]
    [InlineData("/var/log/x", "1234:5 -> /var/log/x")]
    [InlineData("/two\nlines", "1234:5 -> /two\\nlines")]
    [InlineData(null, "1234:5")]
    public void A_part_has_its_place_and_its_target(string? target, string text) => Assert.Equal(text, ObjectKey.OfPart(1234, 5, target));

    private static List<object> Read(string path)
    {
        var items = new List<object>();
        try
        {
            ProcNode node = s_tree.Get(path);
            if (node is IContainerNode container)
            {
                container.ReadChildren(null, child => items.Add(child.GetItem()), _ => { }, CancellationToken.None);
            }
            else
            {
                items.Add(node.GetItem());
            }
        }
        catch (ProcException error) when (error.Kind is not ProcErrorKind.Malformed)
        {
            // Not every kernel has, or allows reading, every file.
        }

        return items;
    }
}
