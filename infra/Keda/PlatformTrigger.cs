using KedaStack.Infra.CustomResources.Keda;
using KedaStack.Infra.Platform;
using KedaStack.Scaling;
using KedaStack.Scaling.Prometheus.Client;
using KedaStack.Scaling.Quantities;
using Pulumi;

namespace KedaStack.Infra.Keda;

/// <summary>What a ScaledObject needs to query the platform's metrics.</summary>
internal static class PlatformTrigger
{
    /// <summary>The parameter with further headers, written <c>name=value,name=value</c>.</summary>
    public const string Headers = "customHeaders";

    private const string Prometheus = "prometheus";

    /// <summary>How a trigger signs in; null where it does not.</summary>
    public static TriggerAuthenticationSpecArgs? Authentication(QueriedMetrics metrics) => metrics.Authentication switch
    {
        Anonymous => null,
        AzureIdentity identity => new TriggerAuthenticationSpecArgs
        {
            PodIdentity = new PodIdentityArgs { Provider = "azure-workload", IdentityId = identity.ClientId },
        },
        SecretKeys keys => new TriggerAuthenticationSpecArgs
        {
            SecretTargetRef = keys.Parameters
                .Select(parameter => new SecretTargetRefArgs { Parameter = parameter, Name = keys.Secret, Key = parameter })
                .ToArray(),
        },
        _ => throw new ArgumentOutOfRangeException(nameof(metrics), metrics.Authentication, "There is no such authentication."),
    };

    /// <summary>Whether <see cref="Point"/> sets a parameter.</summary>
    /// <param name="metrics">The metrics.</param>
    /// <param name="parameter">The parameter.</param>
    public static bool Sets(QueriedMetrics metrics, string parameter) =>
        metrics.TriggerMetadata.ContainsKey(parameter) || (parameter == Headers && metrics.Scope is not null);

    /// <summary>A trigger on a query.</summary>
    /// <param name="metrics">The metrics.</param>
    /// <param name="query">The query.</param>
    /// <param name="scaling">The threshold and what goes with it.</param>
    /// <param name="scaledNamespace">The namespace of what is scaled.</param>
    /// <param name="authentication">The name of its TriggerAuthentication; null for none.</param>
    public static TriggerArgs Create(
        QueriedMetrics metrics, string query, ScalingSettings scaling, Input<string> scaledNamespace, Output<string>? authentication)
    {
        var trigger = new TriggerArgs
        {
            Type = Prometheus,
            Metadata =
            {
                ["query"] = query,
                ["threshold"] = PrometheusNumber.Format(scaling.Threshold),
                ["activationThreshold"] = PrometheusNumber.Format(scaling.ActivationThreshold),
                ["ignoreNullValues"] = scaling.IgnoreNullValues ? "true" : "false",
            },
        };
        Point(trigger, metrics, scaledNamespace, authentication, headers: null);
        return trigger;
    }

    /// <summary>Points a trigger at the metrics.</summary>
    /// <param name="trigger">The trigger, without an address.</param>
    /// <param name="metrics">The metrics.</param>
    /// <param name="scaledNamespace">The namespace of what is scaled.</param>
    /// <param name="authentication">The name of its TriggerAuthentication; null for none.</param>
    /// <param name="headers">The headers that it has already, as KEDA writes them; null for none.</param>
    public static void Point(TriggerArgs trigger, QueriedMetrics metrics, Input<string> scaledNamespace, Output<string>? authentication, string? headers)
    {
        trigger.Metadata["serverAddress"] = metrics.ServerAddress;
        foreach (var (key, value) in metrics.TriggerMetadata)
        {
            trigger.Metadata[key] = value;
        }

        if (metrics.Scope is { } scope)
        {
            trigger.Metadata[Headers] = Output.Format($"{(headers is null ? "" : $"{headers},")}{PrometheusClientOptions.ResourceScopeHeader}={scope(scaledNamespace)}");
        }

        if (authentication is not null)
        {
            trigger.AuthenticationRef = new AuthenticationRefArgs { Name = authentication };
        }
    }
}
