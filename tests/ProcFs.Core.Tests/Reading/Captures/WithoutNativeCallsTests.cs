using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using ProcFs.Fixtures;

namespace ProcFs;

/// <summary>
/// A capture is read without a function of the C library of Linux, as on macOS and Windows: in a copy of the assembly whose native functions cannot be found.
/// </summary>
public sealed class WithoutNativeCallsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("procfs-").FullName;

    [Fact]
    public void An_archive_is_read() => Read(Save("x.tar.gz"));

    [Fact]
    public void A_folder_is_read_by_the_managed_reader()
    {
        var place = RootPlace.OpenManaged(Save("x"));
        Assert.NotNull(place.Manifest);
        Assert.False(place.IsLive);
        Assert.True(place.Folder.File.Captured!.Children().Count > 10);
        Assert.NotEqual(0, place.Folder.File.Captured.Find("version\0"u8, followLink: true, out _)!.Content.Length);
    }

    [Fact]
    public void The_live_machine_cannot_be_read_so()
    {
        Type root = Forbidden().GetType("ProcFs.ProcRoot")!;
        TargetInvocationException error = Assert.Throws<TargetInvocationException>(() => Activator.CreateInstance(root, ["/proc", null]));
        Assert.Contains("forbidden", error.InnerException!.ToString(), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        foreach (string folder in Directory.GetDirectories(_folder))
        {
            FolderTarget.Remove(folder);
        }

        Directory.Delete(_folder, recursive: true);
    }

    private string Save(string name)
    {
        using var child = new ChildProcess();
        var root = new ProcRoot();
        string path = Path.Combine(_folder, name);
        ProcSnapshot.Save(root, path, new CaptureOptions { Processes = root.Processes(child.Id, Environment.ProcessId) }, cancellation: TestContext.Current.CancellationToken);
        return path;
    }

    private static Assembly Forbidden()
    {
        var context = new AssemblyLoadContext("without native calls");
        Assembly copy = context.LoadFromAssemblyPath(typeof(ProcRoot).Assembly.Location);
        NativeLibrary.SetDllImportResolver(copy, (name, _, _) => throw new DllNotFoundException($"{name} is forbidden here."));
        return copy;
    }

    // Every query over the capture, by reflection, because the copy has types of its own.
    private static void Read(string path)
    {
        Assembly copy = Forbidden();
        dynamic root = Activator.CreateInstance(copy.GetType("ProcFs.ProcRoot")!, [path, null])!;
        Assert.False((bool)root.IsLive);
        object processes = root.Processes();
        foreach (string query in (string[])["ProcessQuery", "DescriptorQuery", "MappingQuery", "MountQuery", "LimitQuery", "NamespaceQuery", "WaitQuery"])
        {
            Type type = copy.GetType($"ProcFs.{query}")!;
            ConstructorInfo constructor = type.GetConstructors().MinBy(one => one.GetParameters().Length)!;
            object instance = constructor.Invoke([.. constructor.GetParameters().Select(parameter => parameter.DefaultValue)]);
            MethodInfo read = type.GetMethods().First(method => method.Name == "Read" && method.GetParameters()[0].ParameterType == processes.GetType());
            object?[] arguments = [.. read.GetParameters().Select((parameter, i) => i == 0 ? processes : parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null)];
            arguments[1] ??= Activator.CreateInstance(copy.GetType("ProcFs.ReadSummary")!);
            int rows = 0;
            foreach (dynamic outcome in (System.Collections.IEnumerable)read.Invoke(instance, arguments)!)
            {
                rows++;
                Assert.False(outcome.Error is Exception error && error.ToString().Contains("forbidden", StringComparison.Ordinal));
            }

            Assert.True(rows > 0, query);
        }
    }
}
