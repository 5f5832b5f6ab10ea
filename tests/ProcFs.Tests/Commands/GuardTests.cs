using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;

namespace ProcFs.Commands;

/// <summary>The safety net of every cmdlet: an unexpected exception is one error, and the command continues.</summary>
public sealed class GuardTests
{
    private static readonly int[] s_numbers = [1, 2, 3];
    private static readonly string[] s_steps = ["BeginProcessing", "ProcessRecord", "EndProcessing"];

    public static TheoryData<Type> Cmdlets => [.. typeof(ProcCmdlet).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Cmdlet)))];

    [Theory]
    [InlineData("Begin", new[] { 1, 2, 3 })]
    [InlineData("Process", new[] { 1, 3 })]
    [InlineData("End", new[] { 1, 2, 3 })]
    public void What_no_step_means_to_throw_is_one_error_that_names_a_path(string step, int[] expected)
    {
        using Runspace runspace = Start();
        using var shell = PowerShell.Create(runspace);
        var rows = shell.AddCommand("Test-Failing").AddParameter("Step", step).Invoke<int>(s_numbers);
        Assert.Equal(expected, rows);
        ErrorRecord error = Assert.Single(shell.Streams.Error);
        Assert.Equal("ProcFs.Malformed,ProcFs.Commands.FailingCommand", error.FullyQualifiedErrorId);
        var exception = Assert.IsType<ProcException>(error.Exception);
        Assert.Equal("/proc", exception.Path);
        Assert.StartsWith("/proc: ", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', exception.Message);
        Assert.IsType<OverflowException>(exception.InnerException);
    }

    [Fact]
    public void What_the_engine_throws_passes_through()
    {
        using Runspace runspace = Start();
        using var shell = PowerShell.Create(runspace);
        shell.AddCommand("Test-Failing").AddParameter("Step", "Process").AddParameter("ErrorAction", "Stop");
        var error = Assert.Throws<ActionPreferenceStopException>(() => shell.Invoke<int>(s_numbers));
        Assert.Equal(ErrorCategory.InvalidData, error.ErrorRecord.CategoryInfo.Category);
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void No_cmdlet_bypasses_it(Type cmdlet)
    {
        Assert.True(cmdlet.IsSubclassOf(typeof(ProcCmdlet)) || cmdlet == typeof(ProcCmdlet));
        foreach (string step in s_steps)
        {
            MethodInfo method = cmdlet.GetMethod(step, BindingFlags.Instance | BindingFlags.NonPublic)!;
            Assert.Equal((typeof(ProcCmdlet), true), (method.DeclaringType, method.IsFinal));
        }
    }

    private static Runspace Start()
    {
        var state = InitialSessionState.Create();
        state.Commands.Add(new SessionStateCmdletEntry("Test-Failing", typeof(FailingCommand), helpFileName: null));
        Runspace runspace = RunspaceFactory.CreateRunspace(state);
        runspace.Open();
        return runspace;
    }
}
