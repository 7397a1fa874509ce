using KedaStack.Resources.Queries;

namespace KedaStack.Tests.Resources.Queries;

public sealed class LabelConditionTests
{
    [Theory]
    [InlineData("=", "web", "web", true)]
    [InlineData("=", "web", "WEB", true)]
    [InlineData("=", "web", "api", false)]
    [InlineData("!=", "web", "web", false)]
    [InlineData("!=", "web", "api", true)]
    [InlineData("=~", "web|api", "api", true)]
    [InlineData("=~", "web|api", "web-2", false)]
    [InlineData("!~", "web|api", "api", false)]
    [InlineData("!~", "web|api", "web-2", true)]
    [InlineData("=~", "(?<", "web", true)]
    public void Passes_EachOperator_AsPrometheusDoes(string @operator, string value, string label, bool passes) =>
        Assert.Equal(passes, new LabelCondition("job", @operator, value).Passes(label));
}
