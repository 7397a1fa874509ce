using KedaStack.Infra.Identity;
using Pulumi;

namespace KedaStack.Infra.Keda;

/// <summary>
/// The values of the chart kedacore/keda 2.20. Its defaults are kept where they are strict already: every container is
/// non-root and read-only, without capabilities, with the runtime's seccomp profile.
/// </summary>
internal static class KedaChartValues
{
    /// <summary>The values.</summary>
    /// <param name="identity">The identity that the operator's service account is annotated with; null for none.</param>
    public static InputMap<object> Create(KedaIdentity? identity)
    {
        var values = Create();
        if (identity is not null)
        {
            values["podIdentity"] = new InputMap<object>
            {
                ["azureWorkload"] = new InputMap<object>
                {
                    ["enabled"] = true,
                    ["clientId"] = identity.ClientId,
                    ["tenantId"] = identity.TenantId,
                },
            };
        }

        return values;
    }

    private static InputMap<object> Create() => new()
    {
        // The chart's definitions are templates: without this they go with the release, and every ScaledObject of the
        // cluster with them.
        ["crds"] = new InputMap<object>
        {
            ["additionalAnnotations"] = new InputMap<object> { ["helm.sh/resource-policy"] = "keep" },
        },
        // Two for failover: one leads, the other takes over.
        ["operator"] = new InputMap<object> { ["replicaCount"] = 2 },
        ["resources"] = ForEach("operator", "metricServer", "webhooks", Resources()),
        ["podDisruptionBudget"] = ForEach(
            "operator", "metricServer", "webhooks", new InputMap<object> { ["maxUnavailable"] = 1 }),
        // This one map of the chart spells metricsServer with an s.
        ["topologySpreadConstraints"] = new InputMap<object>
        {
            ["operator"] = new[]
            {
                new Dictionary<string, object>
                {
                    ["maxSkew"] = 1,
                    ["topologyKey"] = "kubernetes.io/hostname",
                    ["whenUnsatisfiable"] = "ScheduleAnyway",
                    ["labelSelector"] = new Dictionary<string, object>
                    {
                        ["matchLabels"] = new Dictionary<string, object> { ["app"] = "keda-operator" },
                    },
                },
            },
        },
        ["prometheus"] = ForEach("operator", "metricServer", "webhooks", new InputMap<object> { ["enabled"] = true }),
        ["logging"] = new InputMap<object>
        {
            ["operator"] = new InputMap<object> { ["format"] = "json" },
            ["metricServer"] = new InputMap<object> { ["zapEncoder"] = "json" },
            ["webhooks"] = new InputMap<object> { ["format"] = "json" },
        },
        ["podSecurityContext"] = ForEach(
            "operator", "metricServer", "webhooks", new InputMap<object> { ["runAsNonRoot"] = true }),
        ["securityContext"] = ForEach("operator", "metricServer", "webhooks", SecurityContext()),
    };

    private static InputMap<object> ForEach(string first, string second, string third, InputMap<object> value) =>
        new() { [first] = value, [second] = value, [third] = value };

    private static InputMap<object> Resources() => new()
    {
        ["requests"] = new InputMap<object> { ["cpu"] = "100m", ["memory"] = "128Mi" },
        ["limits"] = new InputMap<object> { ["cpu"] = "1", ["memory"] = "512Mi" },
    };

    private static InputMap<object> SecurityContext() => new()
    {
        ["allowPrivilegeEscalation"] = false,
        ["readOnlyRootFilesystem"] = true,
        ["capabilities"] = new InputMap<object> { ["drop"] = new[] { "ALL" } },
        ["seccompProfile"] = new InputMap<object> { ["type"] = "RuntimeDefault" },
    };
}
