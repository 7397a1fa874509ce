using System.CommandLine;
using KedaStack.Checks;
using KedaStack.Checks.Reports;
using KedaStack.Checks.Rules;
using KedaStack.Cli.Options;
using KedaStack.Cli.Shell;
using KedaStack.Reports.Preview;
using KedaStack.Reports.Writing;
using KedaStack.Resources.Diff;
using KedaStack.Resources.Preview;
using KedaStack.Resources.Timeline;
using KedaStack.Resources.Writing;

namespace KedaStack.Cli.Preview;

/// <summary><c>kedastack preview</c>: what <c>pulumi up</c> would create, without an account or a network.</summary>
internal static class PreviewCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var stack = new StackOptions(takesGiven: true);
        var json = new Option<bool>("--json") { Description = "Write JSON, sorted, instead of a tree." };
        var diff = new Option<string?>("--diff") { Description = "Show what has changed since an earlier preview, a file written by --json.", HelpName = "file" };
        var markdown = new Option<bool>("--markdown") { Description = "Write Markdown, for a comment on GitHub." };
        var timeline = new Option<bool>("--timeline") { Description = "Show how long `pulumi up` usually takes, with the critical path." };
        var import = new Option<string?>("--import") { Description = "Write the file that `pulumi import` reads: the ids of the stack's Azure resources in a subscription (docs/recovery.md).", HelpName = "subscription id" };
        var output = TextOption.Output();
        var command = new Command("preview", "Show what `pulumi up` would create, offline, and what the checks find; exit code 2 on an error, and with --diff on a change that is refused.\nExample: kedastack preview --stack dev --config threshold=20")
        {
            json, diff, markdown, timeline, import, output,
        };
        command.Validators.Add(result =>
        {
            if (result.IsOn(json) && result.IsOn(markdown))
            {
                result.AddError("--json and --markdown: only one of them can be written; leave out the other");
            }

            if (result.IsOn(timeline) && (result.IsOn(markdown) || result.IsGiven(diff)))
            {
                result.AddError("--timeline: goes with --json and --output only; leave out --markdown and --diff");
            }

            if (result.IsGiven(import) && (result.IsOn(json) || result.IsOn(markdown) || result.IsOn(timeline) || result.IsGiven(diff)))
            {
                result.AddError("--import: goes with --output only; leave out --json, --markdown, --diff and --timeline");
            }
        });
        import.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var subscription }] && !Guid.TryParseExact(subscription, "D", out _))
            {
                result.AddError($"--import: is not the id of a subscription (got \"{subscription}\"); write what `az account show --query id` prints");
            }
        });
        stack.AddTo(command);
        command.SetAction(async (arguments, _) =>
        {
            if (stack.Load(arguments, terminal) is not { } configuration)
            {
                return ExitCodes.Failure;
            }

            var earlierFile = arguments.GetValue(diff);
            var earlier = earlierFile is null ? null : EarlierPreview.Read(earlierFile, configuration.Stack, terminal);
            if (earlierFile is not null && earlier is null)
            {
                return ExitCodes.Failure;
            }

            if (stack.Request(arguments, configuration, terminal) is not { } request)
            {
                return ExitCodes.Failure;
            }

            if (terminal.Note(CheckSuppressions.Problems(request.Settings)))
            {
                return ExitCodes.Failure;
            }

            if (arguments.GetValue(import) is { } subscriptionId)
            {
                return OutputFile.WriteOrShow(arguments.GetValue(output), await ImportJson.OfAsync(request, subscriptionId), terminal);
            }

            var preview = await StackPreviewer.RunAsync(request);
            terminal.Note(PulumiSdk.Description);
            if (arguments.GetValue(timeline))
            {
                var schedule = await DeploymentTimeline.OfAsync(request, preview);
                return OutputFile.WriteOrShow(
                    arguments.GetValue(output),
                    arguments.GetValue(json) ? TimelineJson.Write(schedule) : TimelineText.Write(schedule, terminal.WidthFor(arguments.GetValue(output))),
                    terminal);
            }

            var (asJson, asMarkdown) = (arguments.GetValue(json), arguments.GetValue(markdown));
            var change = earlier is null
                ? null
                : StackDiffer.Compare(earlier, PreviewDocument.Of(preview), request.Settings.AllowReplacement);
            var diffed = change is { IsRefused: true } ? ExitCodes.CheckFailed : ExitCodes.Success;
            // What other programs read has nothing but the preview in it; for them there is `check`.
            var report = earlier is not null || asJson || asMarkdown ? null : CheckRunner.Run(preview, request.Settings.SuppressedChecks);
            if (arguments.GetValue(output) is { } file)
            {
                var text = PreviewReport.Write(preview, change, asJson, asMarkdown);
                var written = OutputFile.Write(
                    file, report is null ? text : $"{text}\nChecks\n{PlainConsole.Text(console => CheckText.Write(report, Severity.Information, console))}", terminal);
                if (written != ExitCodes.Success)
                {
                    return written;
                }

                return report is null ? diffed : ExitCodes.Of(report);
            }

            if (report is null)
            {
                var text = PreviewReport.Write(preview, change, asJson, asMarkdown);
                terminal.Write(asJson || asMarkdown ? text : WordWrap.Text(text, terminal.WidthColumns));
                return diffed;
            }

            PreviewTree.Write(preview, terminal.Console, terminal.WidthColumns);
            terminal.Console.Write(StyledText.Bold("\nChecks\n"));
            CheckText.Write(report, Severity.Information, terminal.Console);
            return ExitCodes.Of(report);
        });
        return command;
    }
}
