using System.CommandLine;
using KedaStack.Cli.Commands;
using KedaStack.Cli.Local.Page;
using KedaStack.Cli.Local.Report;
using KedaStack.Cli.Local.Screen;
using KedaStack.Cli.Options;
using KedaStack.Infra.Settings.Parsing;
using KedaStack.Local;

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
        command.Options.Add(_port);
        command.Options.Add(_report);
    }

    /// <summary>Runs, shows it, and writes what came of it.</summary>
    /// <param name="options">What runs.</param>
    /// <param name="arguments">The command line.</param>
    /// <param name="terminal">Shows it.</param>
    /// <param name="cancellationToken">Ends the run in order, without waiting for the last scrape.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="LocalRunException">The run could not begin or go on.</exception>
    public async Task<int> RunAsync(LocalRunOptions options, ParseResult arguments, Terminal terminal, CancellationToken cancellationToken)
    {
        if (!TryReadPort(arguments, terminal, out var port)
            || (arguments.GetValue(_report) is { } path && OutputFile.Try(path, terminal, _report.Name) != ExitCodes.Success))
        {
            return ExitCodes.Failure;
        }

        await using var run = LocalRun.Start(options);
        await using var stop = cancellationToken.Register(() =>
        {
            run.Stop();
            run.Stop();
        });
        await using var page = port is { } asked ? await LocalPage.StartAsync(run, asked, cancellationToken) : null;
        IRunLines lines = arguments.GetValue(_json) ? new JsonLines(terminal) : new TextLines(terminal);
        if (!IsHeadless(arguments) && terminal.Console.Profile.Capabilities.Ansi)
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
        return arguments.GetValue(_report) is { } file
            ? OutputFile.Write(file, RunReport.Write(result), terminal, _report.Name)
            : ExitCodes.Success;
    }

    private bool IsHeadless(ParseResult arguments) => arguments.GetValue(_headless) || arguments.GetValue(_json);

    private bool TryReadPort(ParseResult arguments, Terminal terminal, out int? port)
    {
        var problems = new List<SettingsProblem>();
        port = (int?)new OptionReader(arguments, problems).Integer(_port, 0, HighestPort) ?? (IsHeadless(arguments) ? null : LocalPage.DefaultPort);
        foreach (var problem in problems)
        {
            terminal.Note(problem.ToString());
        }

        return problems.Count == 0;
    }
}
