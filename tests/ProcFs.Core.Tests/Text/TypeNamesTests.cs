namespace ProcFs.Text;

public sealed class TypeNamesTests
{
    [Fact]
    public void Selects_by_wildcards_each_value_once() => Assert.Equal(
        [FileDescriptorType.Socket, FileDescriptorType.SignalFd],
        TypeNames.Select<FileDescriptorType>(["so*", "s?gnal*", "SOCKET"], "descriptor"));

    [Fact]
    public void A_wildcard_may_match_nothing() => Assert.Empty(TypeNames.Select<FileDescriptorType>(["zz*"], "descriptor"));

    [Fact]
    public void An_unknown_name_is_an_error_that_lists_the_names()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => TypeNames.Select<NamespaceType>(["do\eor"], "namespace"));
        Assert.StartsWith("""
            "do\x1bor" is not a type of namespace. The types are: 
            """, error.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(NamespaceType.Mnt), error.Message, StringComparison.Ordinal);
    }
}
