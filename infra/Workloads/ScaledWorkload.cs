using KedaStack.Infra.Cluster;
using KedaStack.Infra.CustomResources.Keda;
using KedaStack.Infra.Hooks;
using KedaStack.Infra.Keda;
using KedaStack.Infra.Platform;
using KedaStack.Infra.Settings.Workloads;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using CustomResource = Pulumi.Kubernetes.ApiExtensions.CustomResource;

namespace KedaStack.Infra.Workloads;

/// <summary>
/// The scaling of an app that is there already: the monitor that feeds its query, the TriggerAuthentication and the
/// ScaledObject. The app itself stays its owner's.
/// </summary>
internal sealed class ScaledWorkload : ComponentResource
{
    /// <summary>The annotation by which KEDA takes an HPA over (keda.sh, ScaledObject specification).</summary>
    public const string TransferAnnotation = "scaledobject.keda.sh/transfer-hpa-ownership";

    /// <summary>Creates them.</summary>
    /// <param name="workload">The app, and how it scales.</param>
    /// <param name="metrics">The metrics that are queried.</param>
    /// <param name="objects">The cluster's objects.</param>
    /// <param name="hooks">What to wait for.</param>
    /// <param name="kedaReady">KEDA and what it needs.</param>
    /// <param name="options">The component's options.</param>
    public ScaledWorkload(
        ScaledWorkloadSettings workload,
        QueriedMetrics metrics,
        ClusterObjects objects,
        DeploymentHooks hooks,
        Resource[] kedaReady,
        ComponentResourceOptions options)
        : base("kedastack:workload:ScaledWorkload", workload.Name, options)
    {
        if (workload.Scrape is { } scrape)
        {
            _ = new CustomResource(
                $"{workload.Name}-scrape", WorkloadMonitor.Create(workload, scrape, metrics.Monitors), objects.Options(this, hooks.RetryWhileKindIsUnknown));
        }

        var authentication = workload.AsksPlatform && PlatformTrigger.Authentication(metrics) is { } spec
            ? new CustomResource($"{workload.Name}-trigger-authentication", new TriggerAuthenticationArgs
            {
                Metadata = new ObjectMetaArgs { Name = $"{workload.Name}-prometheus", Namespace = workload.Namespace },
                Spec = spec,
            }, objects.Options(this, hooks.RetryWhileKindIsUnknown, kedaReady))
            : null;
        var authenticationName = authentication?.Metadata.Apply(metadata => metadata.Name);

        var metadata = new ObjectMetaArgs { Name = workload.Name, Namespace = workload.Namespace };
        if (workload.ReplaceHpa is not null)
        {
            metadata.Annotations.Add(TransferAnnotation, "true");
        }

        _ = new CustomResource($"{workload.Name}-scaled-object", new ScaledObjectArgs
        {
            Metadata = metadata,
            Spec = ScaledObjectSpec.Create(
                workload.Scaling,
                Target(workload.Target),
                workload.Triggers.Select(trigger => Trigger(trigger, workload, metrics, authenticationName)),
                workload.ReplaceHpa),
        }, objects.Options(this, hooks.RetryWhileKindIsUnknown, authentication is null ? kedaReady : [authentication, .. kedaReady]));

        RegisterOutputs();
    }

    private static ScaleTargetRefArgs Target(ScaleTarget target)
    {
        var reference = new ScaleTargetRefArgs { Name = target.Name };
        if (target.ApiVersion is { } apiVersion)
        {
            reference.ApiVersion = apiVersion;
        }

        if (target.ApiVersion is not null || target.Kind != "Deployment")
        {
            reference.Kind = target.Kind;
        }

        return reference;
    }

    private static TriggerArgs Trigger(
        WorkloadTrigger trigger, ScaledWorkloadSettings workload, QueriedMetrics metrics, Output<string>? authentication) => trigger switch
        {
            QueryTrigger query => PlatformTrigger.Create(metrics, query.Query, workload.Scaling, workload.Namespace, authentication),
            WrittenTrigger written => Written(written, workload, metrics, authentication),
            _ => throw new ArgumentOutOfRangeException(nameof(trigger), trigger, "There is no such trigger."),
        };

    private static TriggerArgs Written(
        WrittenTrigger trigger, ScaledWorkloadSettings workload, QueriedMetrics metrics, Output<string>? authentication)
    {
        var args = new TriggerArgs { Type = trigger.Type };
        // What the platform says of itself holds; a map takes no key twice.
        foreach (var (key, value) in trigger.Metadata.Where(entry => !trigger.AsksPlatform || !PlatformTrigger.Sets(metrics, entry.Key)))
        {
            args.Metadata[key] = value;
        }

        if (trigger.AsksPlatform)
        {
            PlatformTrigger.Point(args, metrics, workload.Namespace, trigger.Authentication is null ? authentication : null, trigger.Metadata.GetValueOrDefault(PlatformTrigger.Headers));
        }

        if (trigger.Name is { } name)
        {
            args.Name = name;
        }

        if (trigger.MetricType is { } metricType)
        {
            args.MetricType = metricType;
        }

        if (trigger.UseCachedMetrics is { } cached)
        {
            args.UseCachedMetrics = cached;
        }

        if (trigger.Authentication is { } reference)
        {
            args.AuthenticationRef = new AuthenticationRefArgs { Name = reference };
            if (trigger.AuthenticationKind is { } kind)
            {
                args.AuthenticationRef = new AuthenticationRefArgs { Name = reference, Kind = kind };
            }
        }

        return args;
    }
}
