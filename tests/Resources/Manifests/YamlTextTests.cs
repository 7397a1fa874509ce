using System.Text.Json.Nodes;
using KedaStack.Resources.Manifests;

namespace KedaStack.Tests.Resources.Manifests;

public sealed class YamlTextTests
{
    [Theory]
    [InlineData("10", "\"10\"")]
    [InlineData("1e3", "\"1e3\"")]
    [InlineData("0x1F", "\"0x1F\"")]
    [InlineData("-.inf", "\"-.inf\"")]
    [InlineData("12:30:45", "\"12:30:45\"")]
    [InlineData("2026-01-01", "\"2026-01-01\"")]
    [InlineData("2026-01-01T10:00:00Z", "\"2026-01-01T10:00:00Z\"")]
    [InlineData("0o17", "\"0o17\"")]
    [InlineData("3f2504e0-4f89-11d3", "3f2504e0-4f89-11d3")]
    [InlineData("01-a.yaml", "01-a.yaml")]
    [InlineData("false", "\"false\"")]
    [InlineData("No", "\"No\"")]
    [InlineData("~", "\"~\"")]
    [InlineData("", "\"\"")]
    [InlineData("100m", "100m")]
    [InlineData("128Mi", "128Mi")]
    [InlineData("15s", "15s")]
    [InlineData("{{ X }}", "'{{ X }}'")]
    [InlineData("a: b", "'a: b'")]
    [InlineData("#x", "'#x'")]
    public void Write_Text_StaysATextForEveryReader(string text, string expected) =>
        Assert.Equal($"key: {expected}\n", YamlText.Write(new JsonObject { ["key"] = text }));

    [Fact]
    public void Write_NumbersAndBooleans_AreNotQuoted() =>
        Assert.Equal("a: 10\nb: true\nc: 0.5\n", YamlText.Write(new JsonObject { ["a"] = 10.0, ["b"] = true, ["c"] = 0.5 }));

    [Fact]
    public void Write_SeveralLines_IsABlock() =>
        Assert.Equal("script: |\n  a\n    b\n", YamlText.Write(new JsonObject { ["script"] = "a\n  b\n" }));

    [Fact]
    public void Write_Object_PutsNamesFirst() =>
        Assert.Equal(
            "apiVersion: v1\nkind: X\nmetadata:\n  name: app\n  labels: {}\nspec: []\n",
            YamlText.Write(new JsonObject
            {
                ["spec"] = new JsonArray(),
                ["metadata"] = new JsonObject { ["labels"] = new JsonObject(), ["name"] = "app" },
                ["kind"] = "X",
                ["apiVersion"] = "v1",
            }));

    [Fact]
    public void Write_LongText_IsNotFolded()
    {
        var text = string.Join(' ', Enumerable.Repeat("word", 100));

        Assert.Equal($"key: {text}\n", YamlText.Write(new JsonObject { ["key"] = text }));
    }
}
