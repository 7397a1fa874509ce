using KedaStack.Cli;
using KedaStack.Cli.Shell;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Cli.Explain;

public sealed class ExplainValueTests
{
    [Theory]
    [InlineData("45", "45 req/s means 5 replicas (1 -> 4 -> 5).")]
    [InlineData("100", "100 req/s means 10 replicas (1 -> 4 -> 8 -> 10).")]
    [InlineData("150", "150 req/s means 10 replicas (1 -> 4 -> 8 -> 10).")]
    [InlineData("0", "0 req/s means 1 replica.")]
    [InlineData("10.9", "10.9 req/s means 1 replica.")]
    [InlineData("11.0", "11.0 req/s means 1 replica.")]
    [InlineData("11.1", "11.1 req/s means 2 replicas (1 -> 2).")]
    [InlineData("-5", "-5 req/s means 1 replica.")]
    [InlineData("1e300", "1e300 req/s means 10 replicas (1 -> 4 -> 8 -> 10).")]
    [InlineData("4.5e1", "4.5e1 req/s means 5 replicas (1 -> 4 -> 5).")]
    [InlineData("nan", "NaN means 1 replica; KEDA treats it as an error.")]
    [InlineData("inf", "+Inf means 1 replica; KEDA treats it as an error.")]
    [InlineData("-Inf", "-Inf means 1 replica; KEDA treats it as an error.")]
    [InlineData("empty", "An empty answer means 1 replica; KEDA treats it as an error.")]
    public async Task Explain_Value_BeginsWithTheAnswer(string value, string headline)
    {
        var run = await CommandRun.OfAsync("explain", "--value", value);

        Assert.Equal((ExitCodes.Success, headline, ""), (run.ExitCode, run.Output.Split('\n')[0], run.Error));
    }

    [Fact]
    public async Task Explain_FortyFive_WritesThisPage()
    {
        var run = await CommandRun.OfAsync("explain", "--value", "45");

        Assert.Equal(ExampleFile.Read("value-45.txt"), run.Output);
    }

    [Fact]
    public async Task Explain_ToAPipe_HasNoControlCharactersAndNoTrailingBlanks()
    {
        var run = await CommandRun.OfAsync("explain", "--value", "45");

        Assert.DoesNotContain(run.Output, character => char.IsControl(character) && character != '\n');
        Assert.DoesNotContain(run.Output.Split('\n'), line => line.EndsWith(' '));
    }

    [Theory]
    [InlineData(80)]
    [InlineData(100)]
    [InlineData(140)]
    public async Task Explain_TooNarrowForColumns_WritesEachRuleWithItsFormula(int widthColumns)
    {
        using var output = new StringWriter { NewLine = "\n" };

        await KedaStackCommand.RunAsync(
            ["explain", "--value", "45", "--directory", RepositoryRoot.Path],
            new Terminal(output, TextWriter.Null, widthColumns), CancellationToken.None);

        var text = output.ToString();
        var isBeside = widthColumns >= 100;
        Assert.Matches($"    usage ratio of s0-prometheus{(isBeside ? " +" : "\n      ")}45 / \\(10 \\* 1 created pods\\) -> 4.5\n", text);
        Assert.Matches($"  \\* proposal{(isBeside ? " +" : "\n      ")}ceil\\(45 / 10\\) -> 5 replicas\n", text);
        Assert.DoesNotContain("    rule", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_WideTerminal_HasColumns()
    {
        using var output = new StringWriter { NewLine = "\n" };

        await KedaStackCommand.RunAsync(
            ["explain", "--value", "45", "--directory", RepositoryRoot.Path],
            new Terminal(output, TextWriter.Null, widthColumns: 180), CancellationToken.None);

        Assert.Contains("\n    rule  ", output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(132)]
    public async Task Explain_NarrowTerminal_WrapsWhatHasBlanks(int widthColumns)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter();

        await KedaStackCommand.RunAsync(
            ["explain", "--value", "45", "--directory", RepositoryRoot.Path],
            new Terminal(output, error, widthColumns), CancellationToken.None);

        var tooLong = output.ToString().Split('\n').Where(line => line.Length > widthColumns);
        Assert.All(tooLong, line => Assert.DoesNotContain(' ', line.Trim()));
    }
}
