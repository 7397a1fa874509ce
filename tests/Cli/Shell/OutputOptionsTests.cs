using System.CommandLine;
using KedaStack.Cli;
using KedaStack.Cli.Shell;
using KedaStack.Cli.Shell.Files;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Cli.Shell;

/// <summary>Every command's result goes to a file in the same way, and never over what the command reads.</summary>
public sealed class OutputOptionsTests : IDisposable
{
    // What each command can write, besides text to standard output. A directory of YAML has no JSON.
    private static readonly Dictionary<string, string[]> _table = new()
    {
        ["preview"] = ["--output", "--json", "--markdown"],
        ["explain"] = ["--output", "--json"],
        ["simulate"] = ["--output", "--json", "--csv", "--report", "--svg", "--k6"],
        ["local"] = ["--output", "--json", "--report"],
        ["tune"] = ["--output", "--json"],
        ["check"] = ["--output", "--json", "--markdown", "--sarif"],
        ["doctor"] = ["--output", "--json", "--save"],
        ["render"] = ["--output"],
        ["migrate"] = ["--output", "--json"],
        ["settings"] = ["--output", "--json"],
    };

    private static readonly string[] _forms = ["--json", "--csv", "--markdown", "--sarif"];

    private readonly TemporaryDirectory _directory = new();

    public static TheoryData<string> Commands => [.. _table.Keys];

    public static TheoryData<string, string, string> Pairs()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var command in All())
        {
            var inputs = command.Options.Where(option => IsFile(option) && NamedFiles.Inputs.Contains(option.Name)).Select(option => option.Name)
                .Concat(command.Arguments.Select(_ => ""));
            // A live cluster's answers are saved; there is none beside a file of them.
            foreach (var (input, output) in inputs.SelectMany(input => Outputs(command).Select(output => (input, output))).Where(pair => pair != ("--offline", "--save")))
            {
                data.Add(command.Name, input, output);
            }
        }

        return data;
    }

    [Fact]
    public void Table_Always_HasEveryCommand() =>
        Assert.Equal(_table.Keys, All().Select(command => command.Name));

    [Theory]
    [MemberData(nameof(Commands))]
    public void Command_Always_HasTheOptionsOfTheTable(string name)
    {
        var command = All().Single(command => command.Name == name);

        Assert.Equal(_table[name].Order(), Outputs(command).Concat(command.Options.Select(option => option.Name).Intersect(_forms)).Order());
        Assert.Contains("-o", command.Options.Single(option => option.Name == "--output").Aliases);
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task Output_ThatIsAnyInput_IsRefused(string command, string input, string output)
    {
        var file = _directory.Combine("both.yaml");
        File.WriteAllText(file, "time,rate\n0,1\n60,2\n");
        string[] load = command == "tune" && input != "--traffic" ? ["--traffic", "demo"] : [];

        var run = await RunAsync([command, .. load, .. (string[])(input.Length == 0 ? [file] : [input, file]), output, file]);

        Assert.Equal((ExitCodes.Failure, ""), (run.ExitCode, run.Output));
        Assert.Equal(
            $"{output}: names {(input.Length == 0 ? "a file that is read" : $"the file that {input} reads")} (got \"{file}\"); write to another file\n", run.Error);
        Assert.Equal("time,rate\n0,1\n60,2\n", File.ReadAllText(file));
    }

    public void Dispose() => _directory.Dispose();

    private static IEnumerable<Command> All() =>
        KedaStackCommand.Create(new Terminal(TextWriter.Null, TextWriter.Null, widthColumns: null)).Subcommands;

    private static IEnumerable<string> Outputs(Command command) =>
        command.Options.Select(option => option.Name).Intersect(NamedFiles.Outputs);

    private static bool IsFile(Option option) => option.HelpName is "file" or "load" && !option.Hidden;

    private static Task<CommandRun> RunAsync(string[] arguments) =>
        // Files that are checked are of no project.
        arguments[0] != "check" && All().Single(command => command.Name == arguments[0]).Options.Any(option => option.Name == "--directory")
            ? CommandRun.OfAsync(arguments)
            : CommandRun.WithoutDirectoryAsync(arguments);
}
