using System.Text.Json.Nodes;
using KedaStack.Resources.Diff;

namespace KedaStack.Tests.Resources.Diff;

public sealed class PropertyDifferTests
{
    [Theory]
    [InlineData("""{"a":1}""", """{"a":1}""", "")]
    [InlineData("""{"a":1}""", """{"a":2}""", "a: 1 -> 2")]
    [InlineData("""{"a":1}""", """{"a":"1"}""", "a: 1 -> \"1\"")]
    [InlineData("""{"a":null}""", """{"a":1}""", "a: null -> 1")]
    [InlineData("""{}""", """{"a":null}""", "+a: null")]
    [InlineData("""{"b":{"c":1}}""", """{}""", "-b: {\"c\":1}")]
    [InlineData("""{"b":1,"a":1}""", """{"a":2,"b":2}""", "a: 1 -> 2; b: 1 -> 2")]
    [InlineData("""{"a":{"b":{"c":1,"d":2}}}""", """{"a":{"b":{"c":1,"d":3}}}""", "a.b.d: 2 -> 3")]
    [InlineData("""{"a":[1]}""", """{"a":{"b":1}}""", "a: [1] -> {\"b\":1}")]
    [InlineData("""{"a":[1,2,3]}""", """{"a":[1,3]}""", "-a[1]: 2")]
    [InlineData("""{"a":[1,3]}""", """{"a":[1,2,3]}""", "+a[1]: 2")]
    [InlineData("""{"a":[1,2,3]}""", """{"a":[1,9,3]}""", "a[1]: 2 -> 9")]
    [InlineData("""{"a":[{"n":1},{"n":2}]}""", """{"a":[{"n":1},{"n":3}]}""", "a[1].n: 2 -> 3")]
    [InlineData("""{"a":[]}""", """{"a":[1,2]}""", "+a[0]: 1; +a[1]: 2")]
    [InlineData("""{"a":[1,1]}""", """{"a":[1]}""", "-a[1]: 1")]
    public void Compare_TwoObjects_NamesEachDifference(string earlier, string present, string expected)
    {
        var changes = PropertyDiffer.Compare((JsonObject)JsonNode.Parse(earlier)!, (JsonObject)JsonNode.Parse(present)!);

        Assert.Equal(expected, string.Join("; ", changes.Select(Shown)));
    }

    private static string Shown(PropertyChange change) => change.Kind switch
    {
        ChangeKind.Added => $"+{change.Path}: {Json(change.Present)}",
        ChangeKind.Removed => $"-{change.Path}: {Json(change.Earlier)}",
        _ => $"{change.Path}: {Json(change.Earlier)} -> {Json(change.Present)}",
    };

    private static string Json(JsonNode? node) => node?.ToJsonString() ?? "null";
}
