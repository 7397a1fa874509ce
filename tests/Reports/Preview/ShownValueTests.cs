using System.Text.Json.Nodes;
using KedaStack.Reports.Preview;

namespace KedaStack.Tests.Reports.Preview;

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
