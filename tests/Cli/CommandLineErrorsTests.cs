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
    [InlineData("--seed: is given 2 times (got \"1 2\"); write it once\nkedastack tune --help lists what there is.\n", "tune", "--seed", "1", "--seed", "2")]
    [InlineData("--value: has no value (got nothing); write --value <answer>\nkedastack explain --help lists what there is.\n", "explain", "--value")]
    [InlineData("--json: takes no value (got \"maybe\"); write --json alone, or leave it out\nkedastack simulate --help lists what there is.\n", "simulate", "--json=maybe")]
    [InlineData("--json: takes no value (got \"maybe\"); write --json alone, or leave it out\nkedastack check --help lists what there is.\n", "check", "--json=maybe", ".")]
    [InlineData("--json: takes no value (got \"\"); write --json alone, or leave it out\nkedastack settings --help lists what there is.\n", "settings", "--json=")]
    [InlineData("maybe: is one argument too many (got \"maybe\"); leave it out, or quote values that contain spaces\nkedastack preview --help lists what there is.\n", "preview", "--json", "maybe")]
    [InlineData("--width: is not an option here (got \"--width\"); write one of those that the help lists\nkedastack simulate --help lists what there is.\n", "simulate", "--width", "abc")]
    [InlineData("simulate: is one argument too many (got \"\"); leave it out, or quote values that contain spaces\nkedastack simulate --help lists what there is.\n", "simulate", "")]
    [InlineData("kedastack: is not a command (got \"\"); write one of those that the help lists\nkedastack --help lists what there is.\n", "")]
    [InlineData("@file: is one argument too many (got \"@file\"); write --traffic @file, or leave it out\nkedastack simulate --help lists what there is.\n", "simulate", "@file")]
    [InlineData("--value: has no value (got nothing); write --value <answer>\nkedastack explain --help lists what there is.\n", "explain", "--value=")]
    [InlineData("Explain: is not a command (got \"Explain\"); did you mean explain?\nkedastack --help lists what there is.\n", "Explain", "--value", "45")]
    [InlineData("explian: is not a command (got \"explian\"); did you mean explain?\nkedastack --help lists what there is.\n", "help", "explian")]
    [InlineData("--json: is not an option here (got \"--json\"); write one of those that the help lists\nkedastack --help lists what there is.\n", "version", "--json")]
    [InlineData("simulat: is not a command (got \"simulat\"); did you mean simulate?\nkedastack --help lists what there is.\n", "simulat")]
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
                .Concat(switches.Select(name => $"{name}=maybe"));
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

    [Theory]
    [InlineData("--severity: is unknown (got \"bad\"); write information, warning or error\nkedastack check --help lists what there is.\n", "check", "--severity", "bad")]
    [InlineData("--json, --markdown and --sarif: only one of them can be written; leave out the others\nkedastack check --help lists what there is.\n", "check", "--json", "--sarif")]
    [InlineData("--zzz: is not an option here (got \"--zzz\"); write one of those that the help lists\n", "check", "--zzz")]
    [InlineData("--complet: is not an option here (got \"--complet\"); did you mean --complete?\n", "check", "--complet", ".")]
    public async Task CommandLine_Wrong_IsSaidInOurWords(string message, params string[] arguments)
    {
        var error = new StringWriter { NewLine = "\n" };

        var exitCode = await KedaStackCommand.RunAsync(arguments, new Terminal(TextWriter.Null, error, widthColumns: null), CancellationToken.None);

        Assert.Equal((ExitCodes.Failure, message), (exitCode, error.ToString()));
    }

    [Theory]
    [InlineData("help")]
    [InlineData("help", "simulate")]
    [InlineData("simulate", "help")]
    [InlineData("version")]
    public async Task CommandLine_WordForAnOption_DoesWhatTheOptionDoes(params string[] arguments)
    {
        var (word, option) = (new StringWriter(), new StringWriter());

        await KedaStackCommand.RunAsync(arguments, new Terminal(word, TextWriter.Null, widthColumns: null), CancellationToken.None);
        await KedaStackCommand.RunAsync(
            [.. arguments.Where(argument => argument is not ("help" or "version")), arguments.Contains("version") ? "--version" : "--help"],
            new Terminal(option, TextWriter.Null, widthColumns: null), CancellationToken.None);

        Assert.NotEmpty(word.ToString());
        Assert.Equal(option.ToString(), word.ToString());
    }

    [Fact]
    public void Options_OfTheSameName_AreTheSameInSimulateAndTune()
    {
        var commands = KedaStackCommand.Create(new Terminal(TextWriter.Null, TextWriter.Null, widthColumns: null)).Subcommands.ToDictionary(command => command.Name);

        foreach (var (one, other) in commands["simulate"].Options.Join(commands["tune"].Options, option => option.Name, option => option.Name, (one, other) => (one, other)))
        {
            Assert.True(one.Aliases.SequenceEqual(other.Aliases) && one.HelpName == other.HelpName && (one.Name == "--traffic" || one.Description == other.Description), one.Name);
        }

        // What is for one of them alone: what is compared and drawn, and what is searched.
        Assert.Equal(
            ["--compare", "--csv", "--k6", "--report", "--svg"],
            commands["simulate"].Options.Select(option => option.Name).Except(commands["tune"].Options.Select(option => option.Name)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("explain", "explain")]
    [InlineData("tune", "simulate,tune")]
    [InlineData("explian", null)]
    [InlineData("--help", null)]
    public void Subcommands_OfACommandLine_AreThoseThatItNeeds(string first, string? expected)
    {
        var terminal = new Terminal(TextWriter.Null, TextWriter.Null, widthColumns: null);
        var all = KedaStackCommand.Create(terminal).Subcommands.Select(command => command.Name).ToList();

        var names = KedaStackCommand.Create(terminal, first).Subcommands.Select(command => command.Name);

        Assert.Equal(expected?.Split(',') ?? [.. all], names);
        Assert.All(all, name => Assert.Contains(KedaStackCommand.Create(terminal, name).Subcommands, command => command.Name == name));
        Assert.Equal(10, all.Distinct().Count());
    }

    [Fact]
    public void Commands_WithAResult_WriteItToAFileAndAsJson()
    {
        foreach (var command in KedaStackCommand.Create(new Terminal(TextWriter.Null, TextWriter.Null, widthColumns: null)).Subcommands.Where(command => command.Name != "local"))
        {
            Assert.Contains(command.Options, option => option.Name == "--output" && option.Aliases.Contains("-o"));
            Assert.True(command.Name is "render" or "migrate" || command.Options.Any(option => option.Name == "--json"), command.Name);
        }
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
