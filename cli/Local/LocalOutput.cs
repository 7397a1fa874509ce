using System.CommandLine;
using KedaStack.Cli.Options;
using KedaStack.Cli.Shell;
using KedaStack.Infra.Settings.Problems;
using KedaStack.Local;
using KedaStack.Local.Processes;
using KedaStack.Reports.Local;
using KedaStack.Reports.Local.Page;
using KedaStack.Reports.Local.Screen;

namespace KedaStack.Cli.Local;

/// <summary>The options that say how a run is shown, and the showing.</summary>
internal sealed class LocalOutput
{
    private const int HighestPort = 65_535;

    private readonly Option<bool> _headless = new("--headless")
    {
        Description = "Write each step and its reason as a line of text, without the live view and without the page.",
    };

    private readonly Option<bool> _json = new("--json") { Description = "Write each step as a line of JSON, and the result as the last; implies --headless." };

    private readonly Option<string?> _output = new("--output", "-o")
    {
        Description = "Write these lines to a file instead of standard output; implies --headless.",
        HelpName = "file",
    };

    private readonly Option<string?> _port = new("--port")
    {
        Description = FormattableString.Invariant($"The port of the page on 127.0.0.1; 0 for any that is free. Default: {LocalPage.DefaultPort}, or no page with --headless."),
        HelpName = "number",
    };

    private readonly Option<string?> _report = new("--report")
    {
        Description = "At the end, also write a page with the run beside its prediction, that needs nothing but itself.",
        HelpName = "file",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_headless);
        command.Options.Add(_json);
        command.Options.Add(_output);
        command.Options.Add(_port);
        command.Options.Add(_report);
    }

    /// <summary>What the command line asks for; null when there are problems, which have then been written.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="terminal">Gets the problems.</param>
    public LocalDisplay? Read(ParseResult arguments, Terminal terminal)
    {
        var problems = new List<SettingsProblem>();
        var isJson = arguments.GetValue(_json);
        var (report, file) = (arguments.GetValue(_report), arguments.GetValue(_output));
        var isHeadless = isJson || file is not null || arguments.GetValue(_headless);
        var port = (int?)new OptionReader(arguments, problems).Integer(_port, 0, HighestPort) ?? (isHeadless ? null : LocalPage.DefaultPort);
        terminal.Note(problems);

        var isWritable = OutputFile.TryAll(terminal, (_output.Name, file), (_report.Name, report)) == ExitCodes.Success;
        return isWritable && problems.Count == 0 ? new LocalDisplay(isHeadless, isJson, port, report, file) : null;
    }

    /// <summary>Runs, shows it, and writes what came of it.</summary>
    /// <param name="options">What runs.</param>
    /// <param name="display">How it is shown.</param>
    /// <param name="terminal">Shows it.</param>
    /// <param name="cancellationToken">Ends the run in order, without waiting for the last scrape.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="LocalRunException">The run could not begin or go on.</exception>
    public async Task<int> RunAsync(LocalRunOptions options, LocalDisplay display, Terminal terminal, CancellationToken cancellationToken)
    {
        await using var file = display.Output is { } path ? await OutputFile.OpenAsync(path, terminal) : null;
        if (file is null && display.Output is not null)
        {
            return ExitCodes.Failure;
        }

        var hasScreen = !display.IsHeadless && terminal.Console.Profile.Capabilities.Ansi;
        await using var run = LocalRun.Start(options with { HasScreen = hasScreen });
        await using var stop = cancellationToken.Register(() =>
        {
            run.Stop();
            run.Stop();
        });
        await using var page = display.Port is { } port ? await LocalPage.StartAsync(run, port, cancellationToken) : null;
        var output = file is null ? terminal.Output : new StandardStream(
            file, exception => throw new LocalRunException($"{_output.Name}: {display.Output} cannot be written (got {exception.Message.TrimEnd('.')}); make room, or write to another file"));
        IRunLines lines = display.IsJson
            ? new JsonLines(output)
            : new TextLines(output, terminal.Error, terminal.WidthFor(display.Output));
        if (hasScreen)
        {
            await LocalView.RunAsync(run, page?.Address, new ConsoleScreen(terminal));
        }
        else
        {
            if (page is not null)
            {
                terminal.Note($"The page is {page.Address}");
            }

            await HeadlessRun.FollowAsync(run, lines);
        }

        var result = await run.Completion;
        lines.Result(result);
        if (display.Output is { } written)
        {
            terminal.Note($"Wrote {written}.");
        }

        var exitCode = display.Report is { } report ? OutputFile.Write(report, RunReport.Write(result), terminal, _report.Name) : ExitCodes.Success;
        return exitCode == ExitCodes.Success && result.End == LocalRunEnd.Stopped && cancellationToken.IsCancellationRequested
            ? ExitCodes.Interrupted
            : exitCode;
    }
}

/// <summary>How a command line asks a run to be shown; all of it has been found right.</summary>
/// <param name="IsHeadless">Whether as lines, also on a terminal.</param>
/// <param name="IsJson">Whether the lines are JSON.</param>
/// <param name="Port">The port of the page; null for no page.</param>
/// <param name="Report">The file of the report; null for none.</param>
/// <param name="Output">The file of the lines; null for standard output.</param>
internal sealed record LocalDisplay(bool IsHeadless, bool IsJson, int? Port, string? Report, string? Output);
