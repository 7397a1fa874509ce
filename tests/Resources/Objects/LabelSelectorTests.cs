using System.Text.Json.Nodes;
using KedaStack.Resources.Objects;

namespace KedaStack.Tests.Resources.Objects;

public sealed class LabelSelectorTests
{
    private static readonly Dictionary<string, string> _labels = new() { ["app"] = "web", ["tier"] = "front" };

    [Theory]
    [InlineData("""{}""", true)]
    [InlineData("""{"matchLabels":{"app":"web"}}""", true)]
    [InlineData("""{"matchLabels":{"app":"web","tier":"back"}}""", false)]
    [InlineData("""{"matchExpressions":[{"key":"app","operator":"In","values":["api","web"]}]}""", true)]
    [InlineData("""{"matchExpressions":[{"key":"app","operator":"In","values":["api"]}]}""", false)]
    [InlineData("""{"matchExpressions":[{"key":"zone","operator":"In","values":["a"]}]}""", false)]
    [InlineData("""{"matchExpressions":[{"key":"zone","operator":"In","values":[""]}]}""", false)]
    [InlineData("""{"matchExpressions":[{"key":"app","operator":"NotIn","values":["api"]}]}""", true)]
    [InlineData("""{"matchExpressions":[{"key":"app","operator":"NotIn","values":["web"]}]}""", false)]
    [InlineData("""{"matchExpressions":[{"key":"zone","operator":"NotIn","values":["a"]}]}""", true)]
    [InlineData("""{"matchExpressions":[{"key":"app","operator":"Exists"}]}""", true)]
    [InlineData("""{"matchExpressions":[{"key":"zone","operator":"Exists"}]}""", false)]
    [InlineData("""{"matchExpressions":[{"key":"zone","operator":"DoesNotExist"}]}""", true)]
    [InlineData("""{"matchExpressions":[{"key":"app","operator":"DoesNotExist"}]}""", false)]
    [InlineData("""{"matchExpressions":[{"key":"app","operator":"Like","values":["w"]}]}""", false)]
    [InlineData("""{"matchLabels":{"app":"web"},"matchExpressions":[{"key":"tier","operator":"In","values":["back"]}]}""", false)]
    public void Matches_EachOperator_AsKubernetesDoes(string selector, bool matches) =>
        Assert.Equal(matches, LabelSelector.Matches(JsonNode.Parse(selector), _labels));

    [Theory]
    [InlineData("""{}""", true)]
    [InlineData("""{"matchLabels":{},"matchExpressions":[]}""", true)]
    [InlineData("""{"matchLabels":{"app":"web"}}""", false)]
    [InlineData("""{"matchExpressions":[{"key":"app","operator":"Exists"}]}""", false)]
    public void IsEmpty_OnlyWithoutLabelsAndExpressions(string selector, bool isEmpty) => Assert.Equal(isEmpty, LabelSelector.IsEmpty(JsonNode.Parse(selector)));
}
