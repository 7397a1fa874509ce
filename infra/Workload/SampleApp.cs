using System.Globalization;
using KedaStack.Infra.Cluster;
using KedaStack.Infra.Hooks;
using KedaStack.Infra.Settings;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Policy.V1;
using Pulumi.Kubernetes.Types.Inputs.Apps.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Policy.V1;
using Deployment = Pulumi.Kubernetes.Apps.V1.Deployment;

namespace KedaStack.Infra.Workload;

/// <summary>The HTTP app that is scaled, in a namespace of its own.</summary>
internal sealed class SampleApp : ComponentResource
{
    /// <summary>The name of the app and of its objects; also its <c>job</c> label, which is the Service's name.</summary>
    public const string AppName = SampleNames.App;

    /// <summary>The counter that it exposes and scales on.</summary>
    public const string RequestCounter = "http_requests_total";

    /// <summary>The histogram of the answers' times that it exposes.</summary>
    public const string DurationHistogram = "http_request_duration_seconds";

    /// <summary>The name of the port of its container and its Service.</summary>
    public const string PortName = "http";

    /// <summary>The number of its container's port.</summary>
    public const int ContainerPort = 8000;

    /// <summary>The number of its Service's port.</summary>
    public const int ServicePort = 80;

    /// <summary>The share of a core that a pod of it asks for.</summary>
    public const string CpuRequest = "100m";

    /// <summary>The memory that a pod of it asks for.</summary>
    public const string MemoryRequest = "64Mi";

    // Long enough for every node to have taken the pod out of the Service.
    private const int DrainSeconds = 5;
    private const int TerminationGracePeriodSeconds = 30;

    /// <summary>Creates the app.</summary>
    public SampleApp(
        string name, WorkloadSettings settings, ClusterObjects objects, DeploymentHooks hooks, ComponentResourceOptions options)
        : base("kedastack:workload:SampleApp", name, options)
    {
        var ns = new Namespace("keda-demo", new NamespaceArgs
        {
            Metadata = new ObjectMetaArgs
            {
                Name = settings.Namespace,
                Labels = { ["pod-security.kubernetes.io/enforce"] = "restricted" },
            },
        }, objects.Options(this, hooks.RetryWhileForbidden));
        Namespace = ns.Metadata.Apply(metadata => metadata.Name);

        var script = new ConfigMap(AppName, new ConfigMapArgs
        {
            Metadata = Metadata(),
            Data = { [Script.SampleApp.FileName] = Script.SampleApp.Text },
        }, objects.Options(this));

        var deploymentOptions = objects.Options(this, script);
        // The replicas are KEDA's: a number here would undo its scaling at every update.
        deploymentOptions.IgnoreChanges.Add("spec.replicas");
        Deployment = new Deployment(AppName, new DeploymentArgs
        {
            Metadata = Metadata(),
            Spec = new DeploymentSpecArgs
            {
                Selector = new LabelSelectorArgs { MatchLabels = RestrictedPod.Labels(AppName) },
                Strategy = new DeploymentStrategyArgs
                {
                    Type = "RollingUpdate",
                    RollingUpdate = new RollingUpdateDeploymentArgs { MaxSurge = 1, MaxUnavailable = 0 },
                },
                Template = Pod(settings).Template(TerminationGracePeriodSeconds),
            },
        }, deploymentOptions);

        _ = new Service(AppName, new ServiceArgs
        {
            Metadata = Metadata(),
            Spec = new ServiceSpecArgs
            {
                Type = "ClusterIP",
                Selector = RestrictedPod.Labels(AppName),
                Ports = { new ServicePortArgs { Name = PortName, Port = ServicePort, TargetPort = PortName, Protocol = "TCP" } },
            },
        }, objects.Options(this));

        // With one replica, minAvailable 1 would block every drain of its node.
        _ = new PodDisruptionBudget(AppName, new PodDisruptionBudgetArgs
        {
            Metadata = Metadata(),
            Spec = new PodDisruptionBudgetSpecArgs
            {
                MaxUnavailable = 1,
                Selector = new LabelSelectorArgs { MatchLabels = RestrictedPod.Labels(AppName) },
            },
        }, objects.Options(this));

        WorkloadNetworkPolicies.SampleApp(Metadata(), objects.Options(this));
        RegisterOutputs();
    }

    /// <summary>The namespace.</summary>
    public Output<string> Namespace { get; }

    /// <summary>The Deployment that KEDA scales.</summary>
    public Deployment Deployment { get; }

    private ObjectMetaArgs Metadata() => new()
    {
        Name = AppName,
        Namespace = Namespace,
        Labels = RestrictedPod.Labels(AppName),
    };

    private static RestrictedPod Pod(WorkloadSettings settings) => new()
    {
        App = AppName,
        Script = Script.SampleApp,
        Image = settings.Image,
        Requests = new() { ["cpu"] = CpuRequest, ["memory"] = MemoryRequest },
        Limits = new() { ["cpu"] = "500m", ["memory"] = "128Mi" },
        Environment = new Dictionary<string, string>
        {
            ["PORT"] = ContainerPort.ToString(CultureInfo.InvariantCulture),
            ["WORK_MILLISECONDS"] = settings.WorkPerRequest.TotalMilliseconds.ToString(CultureInfo.InvariantCulture),
        },
        Configure = container =>
        {
            container.Ports.Add(new ContainerPortArgs { Name = PortName, ContainerPortValue = ContainerPort, Protocol = "TCP" });
            container.StartupProbe = Probe(periodSeconds: 1, failureThreshold: 30);
            container.ReadinessProbe = Probe(periodSeconds: 5, failureThreshold: 2);
            container.LivenessProbe = Probe(periodSeconds: 10, failureThreshold: 3);
            container.Lifecycle = new LifecycleArgs
            {
                PreStop = new LifecycleHandlerArgs { Sleep = new SleepActionArgs { Seconds = DrainSeconds } },
            };
        },
    };

    /// <summary>A probe of the path that the app does not count: counted probes are load that a pod makes by existing.</summary>
    private static ProbeArgs Probe(int periodSeconds, int failureThreshold) => new()
    {
        HttpGet = new HTTPGetActionArgs { Path = "/healthz", Port = PortName },
        PeriodSeconds = periodSeconds,
        FailureThreshold = failureThreshold,
        TimeoutSeconds = 1,
    };
}
