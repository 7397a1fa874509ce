using System.CommandLine;
using KedaStack.Checks;
using KedaStack.Checks.Reports;
using KedaStack.Checks.Rules;
using KedaStack.Cli.Options;
using KedaStack.Cli.Shell;
using KedaStack.Infra.Settings.Problems;
using KedaStack.Reports.Writing;
using KedaStack.Resources.Preview;

namespace KedaStack.Cli.Check;

/// <summary><c>kedastack check</c>: mistakes between resources, before anything is created.</summary>
internal static class CheckCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var stack = new StackOptions(takesGiven: true);
        var (json, output) = (TextOption.Json(), TextOption.Output());
        var markdown = new Option<bool>("--markdown") { Description = "Write Markdown, for a comment on a pull request." };
        var sarif = new Option<bool>("--sarif") { Description = "Write SARIF 2.1.0, for code scanning." };
        string[] severities = [.. Enum.GetValues<Severity>().Select(CheckText.Word)];
        var severity = new Option<string>("--severity")
        {
            Description = $"Write findings of at least this severity: {string.Join(", ", severities)}; counts and exit code include all.",
            DefaultValueFactory = _ => CheckText.Word(Severity.Information),
            HelpName = "severity",
        };
        severity.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var word }] && !severities.Contains(word))
            {
                result.AddError(SettingsProblem.Create(severity.Name, "is unknown", Quoted.Text(word), $"write {string.Join(", ", severities[..^1])} or {severities[^1]}").ToString());
            }
        });
        var writeDocs = new Option<bool>("--write-docs") { Description = "Bring docs/checks.md and the table of docs/versions.md up to date.", Hidden = true };
        var command = new Command(
            "check", "Look for mistakes between resources, offline; exit code 2 on an error.\nExamples: kedastack check --stack dev --config minReplicaCount=0\n          kedastack check k8s/\n          helm template . | kedastack check -")
        {
            output, json, markdown, sarif, severity, writeDocs,
        };
        var files = new FileCheckOptions();
        files.AddTo(command);
        stack.AddTo(command);
        command.Validators.Add(result =>
        {
            if (((Option<bool>[])[json, markdown, sarif]).Count(result.IsOn) > 1)
            {
                result.AddError("--json, --markdown and --sarif: only one of them can be written; leave out the others");
            }

            if (files.Conflict(result) is { } conflict)
            {
                result.AddError(conflict);
            }
        });
        command.SetAction(async (arguments, cancellationToken) =>
        {
            if (arguments.GetValue(writeDocs))
            {
                return WriteDocs(stack.Directory(arguments), terminal);
            }

            var report = files.AreGiven(arguments)
                ? files.Check(arguments, terminal, cancellationToken)
                : await OfStackAsync(stack, arguments, terminal);
            if (report is null)
            {
                return ExitCodes.Failure;
            }

            var least = Enum.GetValues<Severity>().Single(one => CheckText.Word(one) == arguments.GetValue(severity));
            var file = arguments.GetValue(output);
            var text = arguments.GetValue(json) ? CheckJson.Write(report, least)
                : arguments.GetValue(sarif) ? CheckSarif.Write(report, least, files.AreGiven(arguments) ? null : stack.Places(arguments))
                : arguments.GetValue(markdown) ? CheckMarkdown.Write(report, least)
                : file is not null ? PlainConsole.Text(console => CheckText.Write(report, least, console))
                : null;
            if (text is not null && OutputFile.WriteOrShow(file, text, terminal) != ExitCodes.Success)
            {
                return ExitCodes.Failure;
            }

            if (text is null)
            {
                CheckText.Write(report, least, terminal.Console);
            }

            return ExitCodes.Of(report);
        });
        return command;
    }

    private static async Task<CheckReport?> OfStackAsync(StackOptions stack, ParseResult arguments, Terminal terminal) =>
        stack.Load(arguments, terminal) is { } configuration && configuration.Result.Settings is { } settings && !terminal.Note(CheckSuppressions.Problems(settings))
            && stack.Request(arguments, configuration, terminal) is { } request
            ? CheckRunner.Run(await StackPreviewer.RunAsync(request), settings.SuppressedChecks)
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

