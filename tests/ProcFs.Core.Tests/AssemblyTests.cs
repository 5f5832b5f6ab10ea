using System.Reflection;
using System.Runtime.CompilerServices;
using ProcFs.Fixtures;

namespace ProcFs;

/// <summary>What the assembly refers to, and what it offers.</summary>
public sealed class AssemblyTests
{
    private static readonly Assembly s_core = typeof(ProcRoot).Assembly;

    [Fact]
    public void Refers_to_the_base_class_library_alone()
    {
        string[] references = [.. s_core.GetReferencedAssemblies().Select(name => name.Name!)];
        Assert.NotEmpty(references);
        Assert.All(references, name => Assert.StartsWith("System.", name, StringComparison.Ordinal));
        Assert.DoesNotContain("System.Management.Automation", references);
        Assert.DoesNotContain("System.Diagnostics.Process", references);
    }

    [Fact]
    public void Public_types_are_in_few_namespaces() => Assert.Equal(
        ["ProcFs", "ProcFs.Text", "ProcFs.Tree", "ProcFs.Views"],
        s_core.GetExportedTypes().Select(type => type.Namespace!).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Public_api_is_the_one_that_was_accepted()
    {
        string accepted = Path.Combine(SourceFolder.OfCaller(), "PublicApi.txt");
        string[] present = [.. PublicApi()];
        if (Environment.GetEnvironmentVariable("PROCFS_ACCEPT_API") == "1")
        {
            File.WriteAllLines(accepted, present);
        }

        Assert.SkipUnless(File.Exists(accepted), "The sources are not beside the tests.");
        string[] known = File.ReadAllLines(accepted);
        string[] changes = [.. known.Except(present).Select(line => $"- {line}"), .. present.Except(known).Select(line => $"+ {line}")];
        Assert.True(changes.Length == 0, $"The public API has changed. Run the tests with PROCFS_ACCEPT_API=1 to accept it:\n{string.Join('\n', changes)}");
    }

    private static IEnumerable<string> PublicApi()
    {
        foreach (Type type in s_core.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            yield return type.FullName!;
            IEnumerable<MemberInfo> members = type
                .GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                .Where(member => member is not MethodInfo { IsSpecialName: true } && member.GetCustomAttribute<CompilerGeneratedAttribute>() is null);
            foreach (string member in members.Select(Describe).Order(StringComparer.Ordinal))
            {
                yield return $"{type.FullName}: {member}";
            }
        }
    }

    private static string Describe(MemberInfo member) => member switch
    {
        PropertyInfo property => $"{property} {{{(property.GetMethod is { IsPublic: true } ? " get" : "")}{(property.SetMethod is { IsPublic: true } ? " set" : "")} }}",
        FieldInfo { IsLiteral: true } constant => $"{constant} = {constant.GetRawConstantValue()}",
        _ => $"{member}",
    };
}
