using System.CommandLine;
using KedaStack.Checks;
using KedaStack.Checks.Reports;
using KedaStack.Checks.Rules;
using KedaStack.Cli.Options;
using KedaStack.Cli.Shell;
using KedaStack.Resources.Preview;

namespace KedaStack.Cli.Check;

/// <summary><c>kedastack check</c>: mistakes between resources, before anything is created.</summary>
internal static class CheckCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var stack = new StackOptions();
        var json = new Option<bool>("--json") { Description = "Write JSON instead of text." };
        var markdown = new Option<bool>("--markdown") { Description = "Write Markdown, for a comment on a pull request." };
        var sarif = new Option<bool>("--sarif") { Description = "Write SARIF 2.1.0, for code scanning." };
        var severity = new Option<string>("--severity")
        {
            Description = "Write findings of at least this severity; counts and exit code include all.",
            DefaultValueFactory = _ => CheckText.Word(Severity.Information),
        };
        severity.AcceptOnlyFromAmong([.. Enum.GetValues<Severity>().Select(CheckText.Word)]);
        var writeDocs = new Option<bool>("--write-docs") { Description = "Bring docs/checks.md and the table of docs/versions.md up to date.", Hidden = true };
        var command = new Command(
            "check", "Look for mistakes between resources, offline; exit code 2 on an error.\nExamples: kedastack check --stack dev --config minReplicaCount=0\n          kedastack check k8s/\n          helm template . | kedastack check -")
        {
            json, markdown, sarif, severity, writeDocs,
        };
        var files = new FileCheckOptions();
        files.AddTo(command);
        stack.AddTo(command);
        command.Validators.Add(result =>
        {
            if (((Option<bool>[])[json, markdown, sarif]).Count(result.IsOn) > 1)
            {
                result.AddError("--json, --markdown and --sarif cannot be used together.");
            }

            if (files.Conflict(result) is { } conflict)
            {
                result.AddError(conflict);
            }
        });
        command.SetAction(async (arguments, _) =>
        {
            if (arguments.GetValue(writeDocs))
            {
                return WriteDocs(stack.Directory(arguments), terminal);
            }

            var report = files.AreGiven(arguments)
                ? files.Check(arguments, terminal)
                : await OfStackAsync(stack, arguments, terminal);
            if (report is null)
            {
                return ExitCodes.Failure;
            }

            var least = Enum.GetValues<Severity>().Single(one => CheckText.Word(one) == arguments.GetValue(severity));
            if (arguments.GetValue(json))
            {
                terminal.Write(CheckJson.Write(report, least));
            }
            else if (arguments.GetValue(sarif))
            {
                terminal.Write(CheckSarif.Write(report, least, files.AreGiven(arguments) ? null : stack.Places(arguments)));
            }
            else if (arguments.GetValue(markdown))
            {
                terminal.Write(CheckMarkdown.Write(report, least));
            }
            else
            {
                CheckText.Write(report, least, terminal.Console);
            }

            return ExitCodes.Of(report);
        });
        return command;
    }

    private static async Task<CheckReport?> OfStackAsync(StackOptions stack, ParseResult arguments, Terminal terminal) =>
        stack.Load(arguments, terminal) is { } configuration && configuration.Result.Settings is { } settings && !terminal.Note(CheckSuppressions.Problems(settings))
            ? CheckRunner.Run(await StackPreviewer.RunAsync(PreviewRequest.Of(configuration)), settings.SuppressedChecks)
            : null;

    private static int WriteDocs(string root, Terminal terminal)
    {
        var versions = Path.Combine(root, VersionDocs.Path);
        var written = OutputFile.Write(Path.Combine(root, CheckDocs.Path), CheckDocs.Write(), terminal);
        return written != ExitCodes.Success || !File.Exists(versions)
            ? written
            : OutputFile.Write(versions, VersionDocs.WithTable(File.ReadAllText(versions)), terminal);
    }
}

