using System.Text.Json;
using KedaStack.Resources.Preview;
using KedaStack.Tests.Cli;
using KedaStack.Tests.Resources.Diff;

namespace KedaStack.Tests.Resources.Preview;

public sealed class PreviewDocumentTests
{
    private const string Service = """{"urn":"u","type":"t","name":"n","provider":null,"inputs":{},"references":{},"options":{}}""";

    [Fact]
    public async Task Parse_OfWhatThePreviewWrites_KeepsEveryResource()
    {
        var run = await CommandRun.OfAsync("preview", "--json");

        var document = PreviewDocument.Parse(run.Output);

        Assert.Equal("dev", document.Stack);
        Assert.Equal(run.Output.Split("\"urn\": ").Length - 1, document.Resources.Count);
        Assert.NotEmpty(document.Outputs);
    }

    [Theory]
    [InlineData("[]", "the file is not an object")]
    [InlineData("null", "the file is missing")]
    [InlineData("{}", "the file has no stack")]
    [InlineData("""{"stack":1}""", "the file has no stack")]
    [InlineData("""{"stack":"dev"}""", "resources is missing")]
    [InlineData("""{"stack":"dev","resources":{}}""", "resources is not a list")]
    [InlineData("""{"stack":"dev","resources":[]}""", "outputs is missing")]
    [InlineData("""{"stack":"dev","resources":[1],"outputs":{}}""", "resources[0] is not an object")]
    [InlineData("""{"stack":"dev","resources":[{"urn":"u","type":"t","name":"n"}],"outputs":{}}""", "resources[0].options is missing")]
    [InlineData("""{"stack":"dev","resources":[{"options":{}}],"outputs":{}}""", "resources[0] has no urn")]
    [InlineData("{\"stack\":\"dev\",\"resources\":[" + Service + "," + Service + "],\"outputs\":{}}", "resources[1] has the urn of another resource")]
    public void Parse_OfAnotherForm_SaysWhere(string text, string expected) =>
        Assert.Equal(expected, Assert.Throws<FormatException>(() => PreviewDocument.Parse(text)).Message);

    [Theory]
    [InlineData("")]
    [InlineData("{\"stack\":")]
    [InlineData("name: kedastack\n")]
    [InlineData("""{"stack":"dev","stack":"prod","resources":[],"outputs":{}}""")]
    public void Parse_OfNoJson_Throws(string text) => Assert.ThrowsAny<JsonException>(() => PreviewDocument.Parse(text));

    [Fact]
    public void Parse_OfEveryPrefix_ThrowsOneOfItsTwoExceptions()
    {
        var text = Previews.Text("""{"a":"b"}""", Previews.Service("web", """{"spec":{"ports":[{"port":80}]}}"""));

        for (var length = 0; length < text.Length; length++)
        {
            var exception = Record.Exception(() => PreviewDocument.Parse(text[..length]));
            Assert.True(exception is JsonException or FormatException, $"{length}: {exception}");
        }
    }
}
