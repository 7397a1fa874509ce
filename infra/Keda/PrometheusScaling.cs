using KedaStack.Infra.Clouds;
using KedaStack.Infra.Cluster;
using KedaStack.Infra.CustomResources.Keda;
using KedaStack.Infra.Hooks;
using KedaStack.Infra.Identity;
using KedaStack.Infra.Workload;
using KedaStack.Scaling;
using KedaStack.Scaling.Prometheus;
using KedaStack.Scaling.Quantities;
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
    /// <param name="cloud">The cloud that the workspace is in.</param>
    /// <param name="query">The query for the app's request rate.</param>
    /// <param name="queryEndpoint">The address of the Prometheus query API.</param>
    /// <param name="identity">The identity that KEDA queries with.</param>
    /// <param name="app">The app.</param>
    /// <param name="objects">The cluster's objects.</param>
    /// <param name="hooks">What to wait for.</param>
    /// <param name="keda">KEDA, when the stack installs it. It has to outlive both: only a running operator removes
    /// their finalizers.</param>
    /// <param name="options">The component's options.</param>
    public PrometheusScaling(
        string name,
        ScalingSettings scaling,
        AzureCloud cloud,
        RequestRateQuery query,
        Output<string> queryEndpoint,
        KedaIdentity identity,
        SampleApp app,
        ClusterObjects objects,
        DeploymentHooks hooks,
        KedaOperator? keda,
        ComponentResourceOptions options)
        : base("kedastack:keda:PrometheusScaling", name, options)
    {
        Resource[] kedaReady = keda is null ? [.. identity.Ready] : [keda.Release, .. identity.Ready];
        var authentication = new CustomResource("keda-authentication", new TriggerAuthenticationArgs
        {
            Metadata = new ObjectMetaArgs { Name = "managed-prometheus", Namespace = app.Namespace },
            Spec = new TriggerAuthenticationSpecArgs
            {
                PodIdentity = new PodIdentityArgs { Provider = "azure-workload", IdentityId = identity.ClientId },
            },
        }, objects.Options(this, hooks.RetryWhileKindIsUnknown, kedaReady));

        var trigger = new TriggerArgs
        {
            Type = "prometheus",
            Metadata =
            {
                ["serverAddress"] = queryEndpoint,
                ["query"] = query.ToString(),
                ["threshold"] = PrometheusNumber.Format(scaling.Threshold),
                ["activationThreshold"] = PrometheusNumber.Format(scaling.ActivationThreshold),
                ["ignoreNullValues"] = scaling.IgnoreNullValues ? "true" : "false",
            },
            AuthenticationRef = new AuthenticationRefArgs
            {
                Name = authentication.Metadata.Apply(metadata => metadata.Name),
            },
        };
        if (cloud != AzureCloud.Public)
        {
            // Without it the token is for the public cloud, and the workspace answers 401.
            trigger.Metadata["cloud"] = cloud.ForKeda();
        }

        _ = new CustomResource("scaled-object", new ScaledObjectArgs
        {
            Metadata = new ObjectMetaArgs { Name = SampleApp.AppName, Namespace = app.Namespace },
            Spec = ScaledObjectSpec.Create(
                scaling,
                app.Deployment.Metadata.Apply(metadata => metadata.Name),
                trigger),
        }, objects.Options(this, hooks.RetryWhileKindIsUnknown, (Resource[])[authentication, app.Deployment, .. kedaReady]));

        RegisterOutputs();
    }
}
