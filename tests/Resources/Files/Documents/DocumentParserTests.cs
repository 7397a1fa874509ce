using KedaStack.Resources.Files.Documents;
using KedaStack.Resources.Graph;

namespace KedaStack.Tests.Resources.Files.Documents;

public sealed class DocumentParserTests
{
    [Theory]
    [InlineData("a: 1", """{"a":1}""")]
    [InlineData("a: \"1\"", """{"a":"1"}""")]
    [InlineData("a: 010\nb: 0x1F\nc: 0o17\nd: -0b11\ne: 1_000", """{"a":8,"b":31,"c":15,"d":-3,"e":1000}""")]
    [InlineData("a: 1.5\nb: .5\nc: 1e3\nd: 1.2.3", """{"a":1.5,"b":0.5,"c":1000,"d":"1.2.3"}""")]
    [InlineData("a: yes\nb: Off\nc: 'yes'\nd: !!str no", """{"a":true,"b":false,"c":"yes","d":"no"}""")]
    [InlineData("a: ~\nb:\nc: ''", """{"a":null,"b":null,"c":""}""")]
    [InlineData("a: 2026-11-29", """{"a":"2026-11-29"}""")]
    [InlineData("a: |\n  x\n  y\nb: >\n  x\n  y\n", "{\"a\":\"x\\ny\\n\",\"b\":\"x y\\n\"}")]
    [InlineData("\uFEFFa: 1\r\nb:\r\n- 2\r\n", """{"a":1,"b":[2]}""")]
    [InlineData("{\n\t\"a\": [1,\t2]\n}", """{"a":[1,2]}""")]
    [InlineData("x: &x {a: 1, b: 2}\ny: {<<: *x, b: 3}", """{"x":{"a":1,"b":2},"y":{"b":3,"a":1}}""")]
    [InlineData("x: [&x {a: 1}, &y {a: 2, b: 2}]\ny: {<<: [*x, *y]}", """{"x":[{"a":1},{"a":2,"b":2}],"y":{"a":1,"b":2}}""")]
    [InlineData("x: &n so\ny: *n", """{"x":"so","y":"so"}""")]
    public void Parse_AsKubectlReads_GivesJson(string yaml, string json) =>
        Assert.Equal(json, Assert.Single(DocumentParser.Parse(yaml)).Json!.ToJsonString());

    [Fact]
    public void Parse_ManyDocuments_GivesEach() =>
        Assert.Equal(["1", "null", "2"], DocumentParser.Parse("a\n---\n---\nb\n".Replace("a", "1", StringComparison.Ordinal).Replace("b", "2", StringComparison.Ordinal)).Select(document => document.Json?.ToJsonString() ?? "null"));

    [Theory]
    [InlineData("spec.list[1].b", 5, 5)]
    [InlineData("spec.list[1]", 4, 5)]
    [InlineData("spec.list", 2, 3)]
    [InlineData("spec.missing.deeper", 1, 1)]
    [InlineData("metadata.annotations[\"x.y/z\"]", 7, 19)]
    public void Place_OfAPath_IsThatOfItsKey(string path, int line, int column)
    {
        var document = Assert.Single(DocumentParser.Parse("spec:\n  list:\n  - a: 1\n  - a: 2\n    b: 3\nmetadata:\n    annotations: {x.y/z: 1}"));

        var place = new ResourceOrigin("f", document.Place).PlaceOf(path);

        Assert.Equal((line, column), (place.Line, place.Column));
    }

    [Theory]
    [InlineData("a: [1", 2, "")]
    [InlineData("a: 1\na: 2", 2, "second time")]
    [InlineData("a: *b", 1, "no anchor")]
    [InlineData("a:\n  {{ b }}: 1", 2, "as a key")]
    [InlineData("a: \"x", 1, "")]
    public void Parse_WhatIsNoYaml_SaysWhere(string yaml, long line, string found)
    {
        var exception = Assert.Throws<DocumentException>(() => DocumentParser.Parse(yaml).ToList());

        Assert.Equal(line, exception.Line);
        Assert.Contains(found, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_Nesting_IsLimited()
    {
        static string Nested(int levels) => $"a: {new string('[', levels - 1)}{new string(']', levels - 1)}";

        Assert.Single(DocumentParser.Parse(Nested(DocumentLimits.DeepestNesting)));
        Assert.Throws<DocumentException>(() => DocumentParser.Parse(Nested(DocumentLimits.DeepestNesting + 2)).ToList());
    }

    [Fact]
    public void Parse_AliasesThatNest_AreLimited()
    {
        var yaml = "a0: &a0 [1]\n" + string.Concat(Enumerable.Range(1, 60).Select(level => $"a{level}: &a{level} [*a{level - 1}]\n"));

        Assert.Contains("after aliases", Assert.Throws<DocumentException>(() => DocumentParser.Parse(yaml).ToList()).Message, StringComparison.Ordinal);
    }
}
