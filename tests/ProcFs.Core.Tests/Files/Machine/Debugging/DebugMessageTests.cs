using ProcFs.Fixtures;
using ProcFs.Grammar;

namespace ProcFs;

public sealed class DebugMessageTests(FixtureRoot modern) : IClassFixture<FixtureRoot>
{
    [Fact]
    public void A_message_has_a_place_and_is_enabled_or_disabled()
    {
        DebugMessage[] messages = [.. modern.Root.Rows<DebugMessage>(TestContext.Current.CancellationToken).Select(row => row.Item!)];
        Assert.Equal(("init/main.c", 1179, "main", "initcall_blacklist", "p", true, @"blacklisting initcall %s\012", null), (messages[0].File, messages[0].Line, messages[0].Module, messages[0].Function, messages[0].Flags, messages[0].IsEnabled, messages[0].Format, messages[0].Class));
        Assert.Equal(("_", false, "a \\\"quoted\\\" = text\\012", "DRM_UT_CORE"), (messages[1].Flags, messages[1].IsEnabled, messages[1].Format, messages[1].Class));
    }

    [Fact]
    public void An_odd_value_affects_only_itself_and_an_odd_line_is_one_error()
    {
        (List<DebugMessage> messages, List<ProcException> errors) = GrammarFile.Read<DebugMessage>("# filename\na.c:x [m]f =_ \"t\"\nb.c:1 [m]f\n", DebugMessage.ReadRows);
        Assert.Equal(UnavailableReason.Malformed, Assert.Single(messages).Unavailable["Line"]);
        Assert.Equal(3, Assert.Single(errors).LineNumber);
    }
}
