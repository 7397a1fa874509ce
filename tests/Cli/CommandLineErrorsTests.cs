using KedaStack.Cli;
using KedaStack.Cli.Shell;

namespace KedaStack.Tests.Cli;

public sealed class CommandLineErrorsTests
{
    [Theory]
    [InlineData("--trafic: is not an option here (got \"--trafic\"); did you mean --traffic?\nkedastack simulate --help lists what there is.\n", "simulate", "--trafic")]
    [InlineData("--zzz: is not an option here (got \"--zzz\"); write one of those that the help lists\nkedastack simulate --help lists what there is.\n", "simulate", "--zzz")]
    [InlineData("0s:30: is one argument too many (got \"0s:30\"); leave it out, or quote values that contain spaces\nkedastack simulate --help lists what there is.\n", "simulate", "--traffic", "demo", "0s:30")]
    [InlineData("demo: is one argument too many (got \"demo\"); write --traffic demo, or leave it out\nkedastack simulate --help lists what there is.\n", "simulate", "demo")]
    [InlineData("0s:1 9s:2: is one argument too many (got \"0s:1 9s:2\"); write --traffic \"0s:1 9s:2\", or leave it out\nkedastack tune --help lists what there is.\n", "tune", "0s:1 9s:2")]
    [InlineData("45: is one argument too many (got \"45\"); write --value 45, or leave it out\nkedastack explain --help lists what there is.\n", "explain", "45")]
    [InlineData("45: is one argument too many (got \"45\"); leave it out, or quote values that contain spaces\nkedastack explain --help lists what there is.\n", "explain", "--hpa", "hpa.yaml", "45")]
    [InlineData("Option '--seed' expects a single argument but 2 were provided.\nkedastack tune --help lists what there is.\n", "tune", "--seed", "1", "--seed", "2")]
    [InlineData("Required argument missing for option: '--value'.\nkedastack explain --help lists what there is.\n", "explain", "--value")]
    [InlineData("simulat: is not a command (got \"simulat\"); did you mean simulate?\nRequired command was not provided.\nkedastack --help lists what there is.\n", "simulat")]
    public async Task CommandLine_Wrong_IsSaidOnStandardErrorOnly(string message, params string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter { NewLine = "\n" });

        var exitCode = await KedaStackCommand.RunAsync(arguments, new Terminal(output, error, widthColumns: null), CancellationToken.None);

        Assert.Equal((ExitCodes.Failure, "", message), (exitCode, output.ToString(), error.ToString()));
    }

    /// <summary>Each option of each command without its value, or a switch with a word, alone and beside each of the command's switches.</summary>
    public static TheoryData<string> CommandLines()
    {
        var lines = new TheoryData<string>();
        foreach (var command in KedaStackCommand.Create(new Terminal(TextWriter.Null, TextWriter.Null, widthColumns: null)).Subcommands)
        {
            var switches = command.Options.Where(option => option.ValueType == typeof(bool)).Select(option => option.Name).ToList();
            var wrong = command.Options.Where(option => option.Arity.MinimumNumberOfValues > 0).Select(option => option.Name)
                // Where a command has arguments, the word is one of them.
                .Concat(command.Arguments.Count > 0 ? [] : switches.Select(name => $"{name}=maybe"));
            foreach (var option in wrong)
            {
                lines.Add($"{command.Name} {option}");
                lines.AddRange([.. switches.Where(name => !option.StartsWith(name, StringComparison.Ordinal)).Select(name => $"{command.Name} {name} {option}")]);
            }
        }

        return lines;
    }

    [Theory]
    [MemberData(nameof(CommandLines))]
    public async Task CommandLine_WithoutAValue_IsRefused(string line)
    {
        var (output, error) = (new StringWriter(), new StringWriter { NewLine = "\n" });

        var exitCode = await KedaStackCommand.RunAsync(line.Split(' '), new Terminal(output, error, widthColumns: null), CancellationToken.None);

        Assert.Equal((ExitCodes.Failure, ""), (exitCode, output.ToString()));
        Assert.EndsWith($"kedastack {line.Split(' ')[0]} --help lists what there is.\n", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CommandLine_Empty_ShowsTheHelp()
    {
        var output = new StringWriter();

        var exitCode = await KedaStackCommand.RunAsync([], new Terminal(output, TextWriter.Null, widthColumns: null), CancellationToken.None);

        Assert.Equal(ExitCodes.Failure, exitCode);
        Assert.Contains("simulate", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CommandLine_HelpBesideAMistake_ShowsTheHelp()
    {
        var output = new StringWriter();

        var exitCode = await KedaStackCommand.RunAsync(["simulate", "--zzz", "--help"], new Terminal(output, TextWriter.Null, widthColumns: null), CancellationToken.None);

        Assert.Equal(ExitCodes.Success, exitCode);
        Assert.Contains("--traffic", output.ToString(), StringComparison.Ordinal);
    }
}
