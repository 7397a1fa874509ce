using System.CommandLine;
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
        var output = new Option<string?>("--output", "-o") { Description = "Write to a file instead of standard output.", HelpName = "file" };
        var command = new Command("preview", "Show what `pulumi up` would create, offline.\nExample: kedastack preview --stack dev --config threshold=20")
        {
            json, output,
        };
        stack.AddTo(command);
        command.SetAction(async (arguments, _) =>
        {
            if (stack.Load(arguments, terminal) is not { } configuration)
            {
                return ExitCodes.Failure;
            }

            var preview = await StackPreviewer.RunAsync(PreviewRequest.Of(configuration));
            terminal.Note(PulumiSdk.Description);
            var asJson = arguments.GetValue(json);
            if (arguments.GetValue(output) is { } file)
            {
                return OutputFile.Write(file, asJson ? PreviewJson.Write(preview) : PreviewTree.ToText(preview), terminal);
            }

            if (asJson)
            {
                terminal.Write(PreviewJson.Write(preview));
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
