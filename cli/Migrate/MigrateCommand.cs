using System.CommandLine;
using KedaStack.Cli.Options;
using KedaStack.Cli.Shell;
using KedaStack.Infra.Settings.Problems;
using KedaStack.Reports.Migrate;
using KedaStack.Resources.Cluster.Live;
using KedaStack.Resources.Files.Given;
using KedaStack.Resources.Migration;

namespace KedaStack.Cli.Migrate;

/// <summary><c>kedastack migrate</c>: the ScaledObject that an HPA becomes.</summary>
internal static class MigrateCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("file") { Description = "The HPA: a file of `kubectl get hpa <name> -o yaml`, a manifest, - for standard input, or cluster:[namespace[/name]]." };
        var name = TextOption.Create("--name", "The HPA of several in the file.", "[namespace/]name");
        var json = new Option<bool>("--json") { Description = "Write JSON, with the ScaledObject in it, instead of YAML." };
        var output = TextOption.Output();
        var context = TextOption.Context();
        var command = new Command(
            "migrate",
            "Write the ScaledObject that an HPA becomes, with what cannot be translated and where both would decide differently.\nExample: kedastack migrate hpa.yaml > scaledobject.yaml")
        {
            file, name, context, json, output,
        };
        command.SetAction(arguments =>
        {
            var problems = new List<SettingsProblem>();
            var migration = HpaMigration.Read(
                ClusterReference.With(arguments.GetRequiredValue(file), arguments.GetValue(context)), ObjectName.Parse(arguments.GetValue(name)), StandardInput.Reader, problems);
            return terminal.Note(problems) || migration is null
                ? ExitCodes.Failure
                : OutputFile.WriteOrShow(
                    arguments.GetValue(output), arguments.GetValue(json) ? MigrationJson.Write(migration) : MigrationText.Write(migration), terminal);
        });
        return command;
    }
}
