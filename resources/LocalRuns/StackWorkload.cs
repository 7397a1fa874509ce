using System.Text.Json.Nodes;
using KedaStack.Infra.Naming;
using KedaStack.Infra.Settings;
using KedaStack.Infra.Workload;
using KedaStack.Local.Load;
using KedaStack.Local.Pods;
using KedaStack.Local.Processes;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;
using KedaStack.Scaling.Prometheus;

namespace KedaStack.Resources.LocalRuns;

/// <summary>The workload of a previewed stack as processes can run it: read from the very Deployments that <c>pulumi up</c> would create.</summary>
internal sealed record StackWorkload
{
    /// <summary>The replicas.</summary>
    public required PodTemplate App { get; init; }

    /// <summary>The load generators.</summary>
    public required GeneratorTemplate Generator { get; init; }

    /// <summary>The query that KEDA asks.</summary>
    public required RequestRateQuery Query { get; init; }

    /// <summary>Reads the workload.</summary>
    /// <param name="preview">The stack.</param>
    /// <param name="settings">Its settings.</param>
    /// <exception cref="LocalRunException">The Deployment has something that a process cannot follow.</exception>
    public static StackWorkload Of(ResourceGraph preview, StackSettings settings)
    {
        var stack = new StackView(preview);
        var app = Pods(stack, SampleApp.AppName, settings);
        var generator = Pods(stack, LoadGenerator.AppName, settings);
        return new StackWorkload
        {
            App = Template(app, stack),
            Generator = new GeneratorTemplate
            {
                Name = LoadGenerator.AppName,
                ScriptName = ScriptOf(generator, stack).Name,
                Script = ScriptOf(generator, stack).Text,
                Environment = Environment(Container(generator)),
                Rate = settings.Workload.LoadGeneratorRate,
            },
            Query = SampleAppMonitor.Query(
                new ResourceNames(settings, preview.Stack).ClusterLabel, settings.Workload.Namespace, settings.Scaling.Window),
        };
    }

    private static PodTemplate Template(PodGroup pods, StackView stack)
    {
        var container = Container(pods);
        var script = ScriptOf(pods, stack);
        return new PodTemplate
        {
            Name = pods.Owner.ObjectName(),
            Namespace = pods.Namespace,
            PortName = SampleApp.PortName,
            ScriptName = script.Name,
            Script = script.Text,
            Environment = Environment(container),
            Startup = Probe(container, "startupProbe"),
            Readiness = Probe(container, "readinessProbe"),
            Liveness = Probe(container, "livenessProbe"),
            PreStopDelay = PreStop(container),
            TerminationGracePeriod = Seconds(pods.Spec, "terminationGracePeriodSeconds") ?? TimeSpan.FromSeconds(30),
        };
    }

    private static PodGroup Pods(StackView stack, string name, StackSettings settings) => stack.Pods.Single(pods =>
        pods.Owner.Type == ResourceTypes.Deployment && pods.Namespace == settings.Workload.Namespace && pods.Owner.ObjectName() == name);

    private static JsonObject Container(PodGroup pods) => pods.Containers.Single();

    // The command is the interpreter and the path of a file that a ConfigMap gives it.
    private static (string Name, string Text) ScriptOf(PodGroup pods, StackView stack)
    {
        var path = Container(pods).Texts("command")[^1];
        return (Path.GetFileName(path), pods.MountedFiles(stack)[path]);
    }

    private static Dictionary<string, string> Environment(JsonObject container) => container.Objects("env")
        .Where(variable => variable.Text("name") is not null)
        .ToDictionary(variable => variable.Text("name")!, variable => variable.Scalar("value") ?? "");

    private static HttpProbe? Probe(JsonObject container, string name) => container.At(name) is not JsonObject probe ? null
        : probe.Text("httpGet.path") is not { } path ? throw NotFollowed($"{name} without httpGet")
        : new HttpProbe
        {
            Path = path,
            Period = Seconds(probe, "periodSeconds") ?? TimeSpan.FromSeconds(10),
            Timeout = Seconds(probe, "timeoutSeconds") ?? TimeSpan.FromSeconds(1),
            FailureThreshold = (int)(probe.Number("failureThreshold") ?? 3),
        };

    private static TimeSpan PreStop(JsonObject container) => container.At("lifecycle.preStop") is not { } hook ? TimeSpan.Zero
        : Seconds(hook, "sleep.seconds") ?? throw NotFollowed("preStop hook that is no sleep");

    private static TimeSpan? Seconds(JsonNode? node, string path) =>
        node.Number(path) is { } seconds ? TimeSpan.FromSeconds((double)seconds) : null;

    private static LocalRunException NotFollowed(string what) =>
        new($"{SampleApp.AppName}: its Deployment has a {what}, which a process on this machine cannot follow; run it in a cluster");
}
