namespace ProcFs;

public sealed class NamedValuesTests
{
    [Fact]
    public void Values_have_a_text_and_names_their_own_case()
    {
        var values = new NamedValues<double>();
        Assert.Equal("", NamedValues<double>.Empty.ToString());
        values.Set("b", 1.5);
        values.Set("B", 2);
        Assert.Equal("b=1.5; B=2", $"{values}");
        Assert.Throws<NotSupportedException>(() => ((IDictionary<string, double>)values).Add("c", 3));
    }
}
