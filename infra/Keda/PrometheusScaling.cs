using KedaStack.Infra.Cluster;
using KedaStack.Infra.CustomResources.Keda;
using KedaStack.Infra.Hooks;
using KedaStack.Infra.Platform;
using KedaStack.Infra.Workload;
using KedaStack.Scaling;
using KedaStack.Scaling.Prometheus;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using CustomResource = Pulumi.Kubernetes.ApiExtensions.CustomResource;

namespace KedaStack.Infra.Keda;

/// <summary>The scaling of the sample app on its request rate: the TriggerAuthentication and the ScaledObject.</summary>
internal sealed class PrometheusScaling : ComponentResource
{
    /// <summary>Creates both.</summary>
    /// <param name="name">The component's name.</param>
    /// <param name="scaling">How the app scales.</param>
    /// <param name="query">The query for the app's request rate.</param>
    /// <param name="metrics">The metrics that are queried.</param>
    /// <param name="app">The app.</param>
    /// <param name="objects">The cluster's objects.</param>
    /// <param name="hooks">What to wait for.</param>
    /// <param name="kedaReady">KEDA and what it needs. It has to outlive both: only a running operator removes their
    /// finalizers.</param>
    /// <param name="options">The component's options.</param>
    public PrometheusScaling(
        string name,
        ScalingSettings scaling,
        RequestRateQuery query,
        QueriedMetrics metrics,
        SampleApp app,
        ClusterObjects objects,
        DeploymentHooks hooks,
        Resource[] kedaReady,
        ComponentResourceOptions options)
        : base("kedastack:keda:PrometheusScaling", name, options)
    {
        var authentication = PlatformTrigger.Authentication(metrics) is { } spec
            ? new CustomResource("keda-authentication", new TriggerAuthenticationArgs
            {
                Metadata = new ObjectMetaArgs { Name = "managed-prometheus", Namespace = app.Namespace },
                Spec = spec,
            }, objects.Options(this, hooks.RetryWhileKindIsUnknown, kedaReady))
            : null;
        var trigger = PlatformTrigger.Create(
            metrics, query.ToString(), scaling, app.Namespace, authentication?.Metadata.Apply(metadata => metadata.Name));
        Resource[] first = authentication is null ? [app.Deployment, .. kedaReady] : [authentication, app.Deployment, .. kedaReady];

        _ = new CustomResource("scaled-object", new ScaledObjectArgs
        {
            Metadata = new ObjectMetaArgs { Name = SampleApp.AppName, Namespace = app.Namespace },
            Spec = ScaledObjectSpec.Create(
                scaling, new ScaleTargetRefArgs { Name = app.Deployment.Metadata.Apply(metadata => metadata.Name) }, [trigger]),
        }, objects.Options(this, hooks.RetryWhileKindIsUnknown, first));

        RegisterOutputs();
    }
}
