using System.Globalization;
using KedaStack.Infra.Cluster;
using KedaStack.Infra.Settings;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Apps.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Deployment = Pulumi.Kubernetes.Apps.V1.Deployment;

namespace KedaStack.Infra.Workload;

/// <summary>Offers the app a steady load per replica; people scale it to make the app scale.</summary>
internal sealed class LoadGenerator : ComponentResource
{
    /// <summary>The name of the load generator and of its objects.</summary>
    public const string AppName = SampleNames.LoadGenerator;

    private const int TerminationGracePeriodSeconds = 15;

    /// <summary>Creates the load generator.</summary>
    public LoadGenerator(
        string name, WorkloadSettings settings, SampleApp app, ClusterObjects objects, ComponentResourceOptions options)
        : base("kedastack:workload:LoadGenerator", name, options)
    {
        var metadata = new ObjectMetaArgs
        {
            Name = AppName,
            Namespace = app.Namespace,
            Labels = RestrictedPod.Labels(AppName),
        };
        var script = new ConfigMap(AppName, new ConfigMapArgs
        {
            Metadata = metadata,
            Data = { [Script.LoadGenerator.FileName] = Script.LoadGenerator.Text },
        }, objects.Options(this));

        var deploymentOptions = objects.Options(this, script);
        // Set once, then left to people: kubectl scale must survive the next update.
        deploymentOptions.IgnoreChanges.Add("spec.replicas");
        _ = new Deployment(AppName, new DeploymentArgs
        {
            Metadata = metadata,
            Spec = new DeploymentSpecArgs
            {
                Replicas = settings.LoadGeneratorReplicas,
                Selector = new LabelSelectorArgs { MatchLabels = RestrictedPod.Labels(AppName) },
                Template = Pod(settings).Template(TerminationGracePeriodSeconds),
            },
        }, deploymentOptions);

        WorkloadNetworkPolicies.LoadGenerator(metadata, objects.Options(this));
        RegisterOutputs();
    }

    private static RestrictedPod Pod(WorkloadSettings settings) => new()
    {
        App = AppName,
        Script = Script.LoadGenerator,
        Image = settings.Image,
        Requests = new() { ["cpu"] = "50m", ["memory"] = "64Mi" },
        Limits = new() { ["cpu"] = "500m", ["memory"] = "128Mi" },
        Environment = new Dictionary<string, string>
        {
            ["TARGET_URL"] = $"http://{SampleApp.AppName}.{settings.Namespace}.svc.cluster.local/",
            ["RATE_PER_SECOND"] = settings.LoadGeneratorRate.ToString(CultureInfo.InvariantCulture),
        },
        Configure = container =>
        {
            container.ReadinessProbe = Probe();
            container.LivenessProbe = Probe();
        },
    };

    // It serves nothing that could be asked. But an Automatic cluster admits no container without both probes
    // (https://learn.microsoft.com/azure/aks/deployment-safeguards), so they ask whether a process can start in it.
    private static ProbeArgs Probe() => new() { Exec = new ExecActionArgs { Command = { "true" } }, PeriodSeconds = 60 };
}
