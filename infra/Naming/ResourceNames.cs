using System.Text.RegularExpressions;
using KedaStack.Infra.Settings;
using KedaStack.Infra.Settings.Platform;

namespace KedaStack.Infra.Naming;

/// <summary>
/// The names of the Azure resources, all made from the name prefix and the stack. They are fixed rather than left to
/// Pulumi's random suffixes: the cluster's name is a label value in the query, and Grafana's limit of 23 characters
/// leaves no room.
/// </summary>
public sealed class ResourceNames
{
    private const int GrafanaMaximumLength = 23;
    private const int GrafanaSuffixLength = 6;

    private readonly string _base;
    private readonly StackSettings _settings;

    /// <summary>Makes the names of one stack.</summary>
    /// <param name="settings">The settings; the name prefix is legal in every resource name.</param>
    /// <param name="stack">The Pulumi stack's name; what is illegal in a resource name becomes a hyphen, and a
    /// name with nothing legal in it its hash.</param>
    public ResourceNames(StackSettings settings, string stack)
    {
        _settings = settings;
        var legal = Illegal.Replace(stack.ToLowerInvariant(), "-").Trim('-');
        _base = $"{settings.NamePrefix}-{(legal.Length > 0 ? legal : BoundedName.Hash(stack, length: 8))}";
    }

    /// <summary>The resource group; 90 characters. One that is given has its own.</summary>
    public string ResourceGroup => _settings.ResourceGroup ?? BoundedName.Create(_base, 90);

    /// <summary>The AKS cluster; 63 characters. One that is given has its own.</summary>
    public string Cluster => _settings.Platform.Cluster is ExistingCluster given ? given.Id.Name : BoundedName.Create(_base, 63);

    /// <summary>The value of the label <c>cluster</c> in its series: the setting's, else the cluster's name, which the add-on takes.</summary>
    /// <value>Null: a Prometheus of one's own adds no such label.</value>
    public string? ClusterLabel => _settings.Monitoring.ClusterLabel ?? (_settings.Platform.Metrics is OwnPrometheus { IsAzureMonitor: false } ? null : Cluster);

    /// <summary>The cluster's DNS prefix; 54 characters.</summary>
    public string DnsPrefix => BoundedName.Create(_base, 54);

    /// <summary>The Azure Monitor workspace; 50 characters.</summary>
    public string Workspace => BoundedName.Create(_base, 50);

    /// <summary>The action group of the alerts; 260 characters.</summary>
    public string ActionGroup => BoundedName.Create($"{_base}-alerts", 260);

    /// <summary>The autoscaler's dashboard in the portal; 30 characters.</summary>
    public string Dashboard => BoundedName.Create($"{_base}-autoscaler", 30);

    /// <summary>KEDA's user-assigned identity; 128 characters.</summary>
    public string KedaIdentity => BoundedName.Create($"{_base}-keda", 128);

    /// <summary>The data collection endpoint, named as the portal names it; 44 characters.</summary>
    public string DataCollectionEndpoint => BoundedName.Create($"MSProm-{_settings.Monitoring.Location}-{Cluster}", 44);

    /// <summary>The data collection rule; 64 characters.</summary>
    public string DataCollectionRule => BoundedName.Create($"MSProm-{_settings.Monitoring.Location}-{Cluster}", 64);

    /// <summary>The association of the rule with the cluster, named for the cluster's region.</summary>
    public string DataCollectionRuleAssociation => BoundedName.Create($"MSProm-{_settings.Location}-{Cluster}", 64);

    /// <summary>
    /// The Managed Grafana; 23 characters. Its name is a DNS name shared by all customers of a region, so the
    /// subscription goes into it.
    /// </summary>
    /// <param name="subscriptionId">The id of the subscription.</param>
    public string Grafana(string subscriptionId)
    {
        if (_settings.Monitoring.GrafanaName is { } name)
        {
            return name;
        }

        var room = GrafanaMaximumLength - GrafanaSuffixLength - 1;
        var beginning = _base.Length <= room ? _base : _base[..room].TrimEnd('-');
        return $"{beginning}-{BoundedName.Hash($"{subscriptionId}/{_base}", GrafanaSuffixLength)}";
    }

    private static Regex Illegal => field ??= new("[^a-z0-9]+", RegexOptions.CultureInvariant);
}
