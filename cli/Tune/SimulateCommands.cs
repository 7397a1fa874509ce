using System.CommandLine;
using System.CommandLine.Parsing;
using KedaStack.Infra.Settings.Parsing.Values;
using KedaStack.Reports.Tune;
using KedaStack.Resources.Writing;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Cli.Tune;

/// <summary>The <c>kedastack simulate</c> commands that show changed settings under the loads that they were tuned for.</summary>
internal static class SimulateCommands
{
    private const string Simulate = "simulate";
    private const string Traffic = "--traffic";

    // What is written out whether it was given or not, and where the output goes.
    private static readonly string[] _left = [Traffic, "--pod-capacity", "--lead-in", "--json", "--output", "--directory"];

    /// <summary>The commands, one for each load.</summary>
    /// <param name="arguments">The command line of the search.</param>
    /// <param name="report">What it found.</param>
    public static IReadOnlyList<string> For(ParseResult arguments, TuneReport report)
    {
        var given = arguments.CommandResult.Children.OfType<OptionResult>().Where(option => !option.Implicit).ToList();
        // Of the other options those that simulate has, too: they describe the world, the rest how to search.
        var known = arguments.RootCommandResult.Command.Subcommands.Single(command => command.Name == Simulate)
            .Options.Select(option => option.Name).Except(_left).ToHashSet();
        var world = given.Where(option => known.Contains(option.Option.Name)).SelectMany(Words)
            .Concat(["--pod-capacity", FormattableString.Invariant($"{report.World.Pods.Capacity:0.###}")]);
        var changes = report.Changes.SelectMany(change => (string[])["-c", $"{change.Key}={Value(change.After)}"]).ToList();
        var loads = given.Where(option => option.Option.Name == Traffic).SelectMany(option => option.Tokens).Select(token => token.Value).ToList();
        return [.. report.Result.LeadIns.Select((leadIn, place) => string.Join(' ', new[]
            {
                place < loads.Count ? [Traffic, loads[place]] : [],
                world,
                leadIn > TimeSpan.Zero ? ["--lead-in", PrometheusDuration.Format(leadIn)] : [],
                changes,
            }
            .SelectMany(words => words).Select(ShellWord.Quote).Prepend($"{CommandName.Current} {Simulate}")))];
    }

    private static IEnumerable<string> Words(OptionResult option) => option.Tokens.Count == 0
        ? [option.Option.Name]
        : option.Tokens.SelectMany(token => (string[])[option.Option.Name, token.Value]);

    private static string Value(RawValue value) => value.Items is { } items ? string.Join(',', items) : value.Text!;
}
