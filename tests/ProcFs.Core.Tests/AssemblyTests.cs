using System.Reflection;

namespace ProcFs;

/// <summary>The references and the public API of the assembly.</summary>
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
}
