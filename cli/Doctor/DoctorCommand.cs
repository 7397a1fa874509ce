using System.CommandLine;
using KedaStack.Cli.Options;
using KedaStack.Cli.Shell;
using KedaStack.Infra.Settings.Problems;
using KedaStack.Reports.Doctor;
using KedaStack.Resources.Cluster.Live;

namespace KedaStack.Cli.Doctor;

/// <summary><c>kedastack doctor</c>: which link of the live chain is broken, and why.</summary>
internal static class DoctorCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal) => Create(terminal, TimeProvider.System);

    /// <summary>Makes the command.</summary>
    /// <param name="terminal">Where it writes to.</param>
    /// <param name="time">The clock that tells when to look again.</param>
    internal static Command Create(Terminal terminal, TimeProvider time)
    {
        var options = new DoctorOptions();
        var (json, output) = (TextOption.Json(), TextOption.Output());
        var watch = new Option<bool>("--watch") { Description = "Look again every 5 s until Ctrl-C; lines that changed are marked with *." };
        var save = TextOption.Create("--save", "Write every answer into one file, secrets removed: for --offline, a colleague or an issue.", "file");
        var rbac = new Option<bool>("--rbac") { Description = "Print the ClusterRole with the least rights that it needs." };
        var writeDocs = new Option<bool>("--write-docs") { Description = "Bring docs/doctor.md up to date.", Hidden = true };
        var command = new Command(
            "doctor",
            "Say which link of a live chain is broken, from the app's metrics to its pods; exit code 2 when one is.\nExamples: kedastack doctor --namespace shop --scaled-object web\n          kedastack doctor --offline chain.json\n          kedastack doctor --upgrade-to 1.36")
        {
            json, output, watch, save, rbac, writeDocs,
        };
        options.AddTo(command);
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var form = new DoctorForm(terminal, arguments.GetValue(json), arguments.GetValue(output));
            if (arguments.GetValue(rbac))
            {
                terminal.Write(ReadRules.ClusterRole());
                return ExitCodes.Success;
            }

            if (arguments.GetValue(writeDocs))
            {
                var page = Path.Combine(options.Directory(arguments), DoctorDocs.Path);
                return OutputFile.Write(page, DoctorDocs.WithTables(File.ReadAllText(page)), terminal);
            }

            if (options.IsUpgrade(arguments))
            {
                return await UpgradeAsync(options, arguments, form, arguments.GetValue(save), terminal, cancellationToken);
            }

            if (options.IsOffline(arguments))
            {
                return form.Write(options.OfFile(arguments, terminal));
            }

            if (await options.OpenAsync(arguments, terminal, cancellationToken) is not { } opened)
            {
                return ExitCodes.Failure;
            }

            using var cluster = opened.Cluster;
            return await new DoctorLooks(opened.Doctor, form, terminal, time) { File = arguments.GetValue(save), IsWatch = arguments.GetValue(watch) }.RunAsync(cancellationToken);
        });
        return command;
    }

    private static async Task<int> UpgradeAsync(DoctorOptions options, ParseResult arguments, DoctorForm form, string? file, Terminal terminal, CancellationToken cancellationToken)
    {
        if (options.UpgradeTo(arguments, terminal) is not { } minor)
        {
            return ExitCodes.Failure;
        }

        if (options.IsOffline(arguments))
        {
            return form.Write(options.UpgradeOfFile(arguments, minor, terminal));
        }

        if (await options.OpenAsync(arguments, terminal, cancellationToken) is not { } opened)
        {
            return ExitCodes.Failure;
        }

        using var cluster = opened.Cluster;
        var problems = new List<SettingsProblem>();
        var look = await opened.Doctor.LookAheadAsync(minor, !options.NamesNamespace(arguments), problems, cancellationToken);
        terminal.Note(problems);
        return DoctorLooks.Saved(form.Write(look?.Report), look?.Answers, file, terminal);
    }
}
