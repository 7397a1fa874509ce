using KedaStack.Cli.Shell;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Cli.Explain;

public sealed class ExplainFilesTests
{
    [Theory]
    [InlineData("--hpa", "keda-hpa-sample-app goes from 1 to 4 replicas, and 5 in the end (1 -> 4 -> 5).")]
    [InlineData("--scaled-object", "100 means 4 replicas (1 -> 4).")]
    public async Task File_WithOtherKindsBeside_TakesTheOnlyOneOfTheKind(string option, string headline)
    {
        using var directory = new TemporaryDirectory();
        var (documents, list) = (directory.Combine("documents.yaml"), directory.Combine("list.yaml"));
        var (hpa, scaled) = (ExampleFile.Read("hpa-scaling-up.yaml"), ExampleFile.Read("scaledobject.yaml"));
        await File.WriteAllTextAsync(documents, $"---\n{scaled}---\n{hpa}---\n");
        await File.WriteAllTextAsync(list, $"apiVersion: v1\nkind: List\nitems:\n{Item(scaled)}{Item(hpa)}");
        string[] value = option == "--hpa" ? [] : ["--value", "100"];

        foreach (var file in (string[])[documents, list])
        {
            var run = await CommandRun.OfAsync(["explain", option, file, .. value]);

            Assert.Equal((ExitCodes.Success, headline, ""), (run.ExitCode, run.Output.Split('\n')[0], run.Error));
        }
    }

    private static string Item(string text) =>
        string.Concat(text.TrimEnd('\n').Split('\n').Select((line, place) => $"{(place == 0 ? "-" : " ")} {line}\n"));
}
