using System.Text.Json.Nodes;
using KedaStack.Resources.Diff;

namespace KedaStack.Tests.Resources.Diff;

public sealed class ShownValueTests
{
    [Theory]
    [InlineData("null", "null")]
    [InlineData("1.50", "1.50")]
    [InlineData("\"<b> & 'c'\"", "\"<b> & 'c'\"")]
    [InlineData("\"a\\nb\"", "\"a\\nb\"")]
    [InlineData("\"urn:pulumi:dev::p::a:b:C$kubernetes:core/v1:Service::web\"", "web (Service)")]
    [InlineData("[\"urn:pulumi:dev::p::a:b:C::web\"]", "[\"urn:pulumi:dev::p::a:b:C::web\"]")]
    public void Of_AValue_IsOneLine(string json, string expected) =>
        Assert.Equal(expected, ShownValue.Of(JsonNode.Parse(json)));

    [Theory]
    [InlineData("\u001b[31m", "\\u001b[31m")]
    [InlineData("a\u202eb", "a\\u202eb")]
    [InlineData("a\u2028b", "a\\u2028b")]
    [InlineData("a\u200bb", "a\\u200bb")]
    [InlineData("a\r\n\tb", "a\\u000d\\u000a\\u0009b")]
    public void Visible_OfWhatCannotBeSeen_IsEscaped(string text, string expected) =>
        Assert.Equal(expected, ShownValue.Visible(text));

    [Fact]
    public void Of_AScriptInAMap_CountsItsLines()
    {
        var value = new JsonObject { ["run.py"] = string.Concat(Enumerable.Repeat("0123456789\n", 100)), ["mode"] = 420 };

        Assert.Equal("{\"run.py\":\"(100 lines)\",\"mode\":420}", ShownValue.Of(value));
    }

    [Fact]
    public void Of_ALongList_IsCut()
    {
        var value = new JsonArray([.. Enumerable.Repeat(0, 1000).Select(_ => (JsonNode?)"\ud83d\ude00")]);

        var shown = ShownValue.Of(value);

        Assert.EndsWith("... (15001 characters)", shown, StringComparison.Ordinal);
        Assert.InRange(shown.Length, ShownValue.MaximumCharacters, ShownValue.MaximumCharacters + 25);
    }
}
