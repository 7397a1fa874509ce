using KedaStack.Resources.Graph;

namespace KedaStack.Tests.Resources.Graph;

public sealed class PropertyPathTests
{
    [Theory]
    [InlineData("", "spec", "spec")]
    [InlineData("spec", "replicas", "spec.replicas")]
    [InlineData("metadata.labels", "app.kubernetes.io/name", "metadata.labels[\"app.kubernetes.io/name\"]")]
    [InlineData("", "a\"b", "[\"a\\\"b\"]")]
    [InlineData("data", "load_generator.py", "data[\"load_generator.py\"]")]
    public void Key_OfAnObject_IsQuotedWhereNeeded(string path, string key, string expected) =>
        Assert.Equal(expected, PropertyPath.Key(path, key));

    [Theory]
    [InlineData("spec.replicas", "spec.replicas", true)]
    [InlineData("spec.selector", "spec.selector.matchLabels.app", true)]
    [InlineData("spec.selector", "spec.selectors", false)]
    [InlineData("spec.selector.matchLabels", "spec.selector", false)]
    [InlineData("pools[*].count", "pools[3].count", true)]
    [InlineData("pools[0].count", "pools[1].count", false)]
    [InlineData("data", "data[\"a.b\"]", true)]
    [InlineData("data[\"a.b\"]", "data.a.b", false)]
    [InlineData("[\"a\\\"b\"]", "[\"a\\\"b\"].c", true)]
    public void Covers_PatternAndPath_IsByWholeSegments(string pattern, string path, bool expected) =>
        Assert.Equal(expected, PropertyPath.Covers(pattern, path));
}
