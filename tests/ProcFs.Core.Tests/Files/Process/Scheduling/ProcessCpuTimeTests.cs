using ProcFs.Fixtures;
using ProcFs.Grammar;

namespace ProcFs;

public sealed class ProcessCpuTimeTests
{
    [Theory]
    [InlineData("cpu  30 8", null, 120, 32)]
    [InlineData("cpu1 10 3", 1, 40, 12)]
    public void A_cpu_has_two_times(string line, int? cpu, int user, int system)
    {
        ProcessCpuTime time = ProcessCpuTime.Parse(GrammarFile.Bytes(line), Sources.Of("cpu"))!;
        Assert.Equal((cpu, (double)user, (double)system), (time.Cpu, time.UserTime!.Value.TotalMilliseconds, time.SystemTime!.Value.TotalMilliseconds));
    }

    [Theory]
    [InlineData("cpux 1 2")]
    [InlineData("cpu0 1")]
    [InlineData("")]
    public void Other_text_is_malformed(string line) => Assert.Null(ProcessCpuTime.Parse(GrammarFile.Bytes(line), GrammarFile.Source));
}
