using System.CommandLine;
using KedaStack.Cli.Options;
using KedaStack.Cli.Shell;
using KedaStack.Infra.Monitoring.Alerts;
using KedaStack.Infra.Settings.Parsing;
using KedaStack.Infra.Settings.Problems;
using KedaStack.Resources.Manifests;
using KedaStack.Resources.Writing;

namespace KedaStack.Cli.Render;

/// <summary><c>kedastack render</c>: the stack's Kubernetes objects as YAML files.</summary>
internal static class RenderCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var stack = new StackOptions();
        var endpoint = Value("--prometheus-endpoint", "The query endpoint of the Azure Monitor workspace.", "url");
        var clientId = Value("--client-id", "The client id of KEDA's identity.", "guid");
        var cluster = Value("--cluster", "The value of the label cluster: the cluster's name.", "name");
        var output = new Option<string?>("--output", "-o") { Description = "The directory to write to. Default: manifests beside Pulumi.yaml.", HelpName = "directory" };
        var format = new Option<string>("--format")
        {
            Description = "Who applies the manifests: kustomize, argocd (sync waves, and an Application that leaves the replicas to KEDA) or flux.",
            DefaultValueFactory = _ => "kustomize",
            HelpName = "format",
        }.AcceptOnlyFromAmong("kustomize", "argocd", "flux");
        var writeDocs = new Option<bool>("--write-docs") { Description = "Bring docs/alerts.md up to date.", Hidden = true };
        var command = new Command(
            "render",
            "Write the stack's Kubernetes objects as YAML, for kubectl and GitOps, and its alert rules and dashboard for a Prometheus and a Grafana of your own; cloud values that are not given become placeholders.\nExample: kedastack render --cluster my-aks --output /tmp/manifests")
        {
            endpoint, clientId, cluster, format, output, writeDocs,
        };
        stack.AddTo(command);
        command.SetAction(async (arguments, _) =>
        {
            if (stack.Load(arguments, terminal) is not { } configuration)
            {
                return ExitCodes.Failure;
            }

            if (arguments.GetValue(writeDocs))
            {
                var page = AlertDocs.Write(SettingsParser.Defaults);
                return OutputFile.Write(Path.Combine(stack.Directory(arguments), AlertDocs.Path), page, terminal);
            }

            var problems = new List<SettingsProblem>();
            var values = CloudValues.Read(
                (endpoint.Name, arguments.GetValue(endpoint)), (clientId.Name, arguments.GetValue(clientId)), (cluster.Name, arguments.GetValue(cluster)), problems);
            if (terminal.Note(problems))
            {
                return ExitCodes.Failure;
            }

            var files = await ManifestRenderer.RenderAsync(configuration, values, Enum.Parse<ManifestFormat>(arguments.GetRequiredValue(format), ignoreCase: true));
            var directory = arguments.GetValue(output) ?? Path.Combine(stack.Directory(arguments), "manifests");
            try
            {
                ManifestDirectory.Write(directory, files);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                terminal.Note($"--output: {directory} cannot be written ({exception.Message.TrimEnd('.')}); name a directory that you can write to");
                return ExitCodes.Failure;
            }

            terminal.Note($"Wrote {Shown.Count(files.Count, "file")} to {directory}.");
            return ExitCodes.Success;
        });
        return command;
    }

    private static Option<string?> Value(string name, string description, string helpName) =>
        new(name) { Description = description, HelpName = helpName };
}
