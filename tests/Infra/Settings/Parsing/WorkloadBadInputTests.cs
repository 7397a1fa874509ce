namespace KedaStack.Tests.Infra.Settings.Parsing;

public sealed class WorkloadBadInputTests
{
    private const string Advice = "write name@sha256: and 64 hexadecimal digits, as docker buildx imagetools inspect prints them";

    [Theory]
    [InlineData("python:3.12-slim", "is an image without a digest")]
    [InlineData("", "is an image without a digest")]
    [InlineData("python@sha256:abc", "is not an image with a digest")]
    [InlineData("my image@sha256:78387bc3881b8273120a12ebe6c1ab22b018ccc2c9adf565ae1ac9b536e184ea", "is not an image with a digest")]
    public void Rejects_Image(string text, string wrong) =>
        Assert.Equal([$"image: {wrong} (got \"{text}\"); {Advice}"], Given.Problems(("image", text)));

    [Theory]
    [InlineData("workMilliseconds", "-1", """workMilliseconds: is negative (got "-1"); write a whole number from 0 to 60000""")]
    [InlineData("workMilliseconds", "60001", """workMilliseconds: is above 60000 (got "60001"); write a whole number from 0 to 60000""")]
    [InlineData("workMilliseconds", "5ms", """workMilliseconds: is not an integer (got "5ms"); write a whole number from 0 to 60000""")]
    [InlineData("loadGeneratorReplicas", "101", """loadGeneratorReplicas: is above 100 (got "101"); write a whole number from 0 to 100""")]
    [InlineData("loadGeneratorReplicas", "-1", """loadGeneratorReplicas: is negative (got "-1"); write a whole number from 0 to 100""")]
    [InlineData("loadGeneratorRate", "0", """loadGeneratorRate: is not above 0 (got "0"); write a decimal number above 0, such as 10 or 2.5""")]
    [InlineData("loadGeneratorRate", "5000.1", """loadGeneratorRate: is above 5000 (got "5000.1"); write at most 5000 and raise loadGeneratorReplicas""")]
    [InlineData("loadGeneratorRate", "fast", """loadGeneratorRate: is not a number (got "fast"); write a decimal number above 0, such as 10 or 2.5""")]
    public void Rejects_Load(string key, string text, string expected) => Assert.Equal([expected], Given.Problems((key, text)));
}
