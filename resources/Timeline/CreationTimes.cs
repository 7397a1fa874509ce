using System.Globalization;
using KedaStack.Infra.Hooks;
using KedaStack.Resources.Graph;

namespace KedaStack.Resources.Timeline;

/// <summary>The usual creation times, by type of resource: one table for everything that the timeline says.</summary>
internal static class CreationTimes
{
    private const string Instant = "no time: registered with the engine, nothing is created";
    private const string Estimate = "estimate";
    private const string Object = "estimate: one call to the API server";
    private const string MonitorKinds =
        "estimate: the add-on manager installs the metrics agent and its kinds minutes after AKS reports success";

    private static readonly (string Type, CreationTime Time)[] _table =
    [
        ("azure-native:alertsmanagement:PrometheusRuleGroup", Seconds(3, 20, Estimate)),
        ("azure-native:authorization:RoleAssignment", Seconds(8, 29, "public Terraform logs: 8 s and 29 s")),
        ("azure-native:containerservice:ManagedCluster", Seconds(
            4 * 60, 10 * 60, "public Terraform logs: six of 4 min 18 s to 7 min 30 s, two of 15 min")),
        ("azure-native:dashboard:Dashboard", Seconds(2, 10, Estimate)),
        ("azure-native:dashboard:DashboardDefinition", Seconds(2, 10, Estimate)),
        ("azure-native:dashboard:Grafana", Seconds(2 * 60, 6 * 60, "estimate; a public Terraform log: 2 min 31 s")),
        ("azure-native:managedidentity:FederatedIdentityCredential", Seconds(2, 10, Estimate)),
        ("azure-native:managedidentity:UserAssignedIdentity", Seconds(2, 10, Estimate)),
        ("azure-native:monitor:ActionGroup", Seconds(2, 10, Estimate)),
        ("azure-native:monitor:AzureMonitorWorkspace", Seconds(30, 90, Estimate)),
        ("azure-native:monitor:DataCollectionEndpoint", Seconds(5, 30, Estimate)),
        ("azure-native:monitor:DataCollectionRule", Seconds(5, 30, Estimate)),
        ("azure-native:monitor:DataCollectionRuleAssociation", Seconds(5, 30, Estimate)),
        ("azure-native:resources:ResourceGroup", Seconds(2, 10, "estimate; a public Terraform log: 1 s")),
        ("kubernetes:apps/v1:Deployment", Seconds(15, 60, "estimate: image pull, start and readiness")),
        ("kubernetes:azmonitoring.coreos.com/v1:PodMonitor", Seconds(60, 5 * 60, MonitorKinds)),
        ("kubernetes:azmonitoring.coreos.com/v1:ServiceMonitor", Seconds(60, 5 * 60, MonitorKinds)),
        ("kubernetes:helm.sh/v3:Release", Seconds(30, 90, "estimate; a public Terraform log of KEDA's chart: 48 s")),
        ("kubernetes:", Seconds(1, 3, Object)),
        ("pulumi:providers:", Seconds(0, 0, Instant)),
    ];

    /// <summary>From the pods and their monitor until the query has a value.</summary>
    public static CreationTime FirstValue { get; } = Seconds(2 * 60, 5 * 60, "estimate: two scrapes and the managed store's ingestion");

    /// <summary>The time that a resource takes, its hooks that wait included.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="propagation">How long the hook after the federated credential waits.</param>
    /// <exception cref="NotSupportedException">The table has no line for the type.</exception>
    public static CreationTime Of(GraphResource resource, TimeSpan propagation)
    {
        if (resource.IsComponent)
        {
            return Seconds(0, 0, Instant);
        }

        var time = _table.FirstOrDefault(line => line.Type == resource.Type).Time
            ?? _table.FirstOrDefault(line => line.Type.EndsWith(':') && resource.Type.StartsWith(line.Type, StringComparison.Ordinal)).Time
            ?? throw new NotSupportedException($"The creation time of {resource.Type} is not known: add a line to {nameof(CreationTimes)}.");
        var waits = resource.Options.Hooks.TryGetValue("afterCreate", out var hooks) && hooks.Contains(DeploymentHooks.PropagationWaitName);
        return waits ? time.Plus(propagation) with { Source = WithWait(time.Source, propagation) } : time;
    }

    private static string WithWait(string source, TimeSpan propagation) => string.Create(
        CultureInfo.InvariantCulture, $"{source}; then the setting's wait of {propagation.TotalSeconds} s");

    private static CreationTime Seconds(int shortest, int longest, string source) =>
        new(TimeSpan.FromSeconds(shortest), TimeSpan.FromSeconds(longest), source);
}

/// <summary>How long Azure, the cluster or a hook takes to create one resource.</summary>
/// <param name="Shortest">The shortest usual time.</param>
/// <param name="Longest">The longest usual time.</param>
/// <param name="Source">Where the times are from; begins with <c>estimate</c> where nobody published any.</param>
internal sealed record CreationTime(TimeSpan Shortest, TimeSpan Longest, string Source)
{
    /// <summary>The middle of both, in whole seconds.</summary>
    public TimeSpan Typical => TimeSpan.FromSeconds(Math.Round((Shortest + Longest).TotalSeconds / 2));

    /// <summary>A time that follows, such as that of a hook.</summary>
    public CreationTime Plus(TimeSpan time) => this with { Shortest = Shortest + time, Longest = Longest + time };
}
