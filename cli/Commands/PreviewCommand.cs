using System.CommandLine;
using KedaStack.Cli.Diff;
using KedaStack.Cli.Preview;

namespace KedaStack.Cli.Commands;

/// <summary><c>kedastack preview</c>: what <c>pulumi up</c> would create, without an account or a network.</summary>
internal static class PreviewCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var stack = new StackOptions();
        var json = new Option<bool>("--json") { Description = "Write JSON, sorted, instead of a tree." };
        var diff = new Option<string?>("--diff") { Description = "Show what has changed since an earlier preview, a file that --json wrote.", HelpName = "file" };
        var markdown = new Option<bool>("--markdown") { Description = "Write markdown for a comment on GitHub." };
        var output = new Option<string?>("--output", "-o") { Description = "Write to a file instead of standard output.", HelpName = "file" };
        var command = new Command("preview", "Show what `pulumi up` would create, offline.\nExample: kedastack preview --stack dev --config threshold=20")
        {
            json, diff, markdown, output,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(json) && result.GetValue(markdown))
            {
                result.AddError("--json and --markdown: only one of them can be written; leave out the other");
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

            var preview = await StackPreviewer.RunAsync(PreviewRequest.Of(configuration));
            terminal.Note(PulumiSdk.Description);
            var (asJson, asMarkdown) = (arguments.GetValue(json), arguments.GetValue(markdown));
            if (arguments.GetValue(output) is { } file)
            {
                return OutputFile.Write(file, PreviewReport.Write(preview, earlier, asJson, asMarkdown), terminal);
            }

            if (earlier is not null || asJson || asMarkdown)
            {
                terminal.Write(PreviewReport.Write(preview, earlier, asJson, asMarkdown));
            }
            else
            {
                PreviewTree.Write(preview, terminal.Console);
            }

            return ExitCodes.Success;
        });
        return command;
    }
}
