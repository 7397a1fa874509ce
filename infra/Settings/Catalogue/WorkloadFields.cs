namespace KedaStack.Infra.Settings.Catalogue;

/// <summary>
/// The fields of an item of <c>workloads</c>. Those of scaling are the settings of the same name, whose values hold where an
/// item says nothing.
/// </summary>
public static class WorkloadFields
{
#pragma warning disable CS1591 // the definitions describe each of them
    public const string Name = "name";
    public const string Namespace = "namespace";
    public const string Target = "target";
    public const string Query = "query";
    public const string Triggers = "triggers";
    public const string Scrape = "scrape";
    public const string ReplaceHpa = "replaceHpa";
#pragma warning restore CS1591

    private const string Group = "an item of workloads";

    private static readonly SettingGroup _group = new(Group);

    /// <summary>The fields that no setting has the name of.</summary>
    public static IReadOnlyList<SettingDefinition> Own { get; } =
    [
        _group.Text(Name, "", "Required: its name in the stack, and that of its ScaledObject; at most 54 characters, so that the HPA's name fits in 63."),
        _group.Text(Namespace, "", "Required: its namespace, which has to be there."),
        _group.Text(Target, "", "Required: what is scaled, as Kind/name, or apiVersion/Kind/name for a kind that is not of apps/v1."),
        _group.Text(Query, "", "The PromQL that answers with one number; with threshold. Either this or triggers."),
        _group.Objects(Triggers, "The triggers as KEDA writes them. One of type prometheus without serverAddress asks the platform's metrics."),
        Mapping(Scrape, "How its metrics are scraped. Empty: they are already."),
        _group.Text(ReplaceHpa, "", "The HPA in its namespace that KEDA takes over. Empty: there is none."),
    ];

    /// <summary>The settings that an item may say for itself.</summary>
    public static IReadOnlyList<string> OfScaling { get; } =
    [
        SettingKeys.Threshold, SettingKeys.ActivationThreshold, SettingKeys.PollingInterval, SettingKeys.CooldownPeriod,
        SettingKeys.MinReplicaCount, SettingKeys.MaxReplicaCount, SettingKeys.IgnoreNullValues, SettingKeys.FallbackReplicas,
        SettingKeys.FallbackFailureThreshold, SettingKeys.FallbackBehavior,
        .. BehaviorDefinitions.All.Select(definition => definition.Key),
    ];

    /// <summary>The fields of <c>scrape</c>.</summary>
    public static IReadOnlyList<SettingDefinition> OfScrape { get; } =
    [
        _group.Text("port", "", "Required: the name of the port of the pods, or of the Service where there is one."),
        _group.Text("path", "/metrics", "The path."),
        _group.Text("interval", "", "How often; a Prometheus duration of at least 1s. Empty: the setting scrapeInterval."),
        _group.Text("service", "", "The Service that is scraped, by a ServiceMonitor. Empty: the pods are, by a PodMonitor."),
        Mapping("selector", "The labels that select the pods, or the Service. Empty: app, with the name of the target or of the Service."),
        Mapping("labels", "Labels of the monitor itself: kube-prometheus-stack reads only monitors with the label release, its release's name. Empty: the setting scrapeLabels."),
    ];

    /// <summary>All keys of an item.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Own.Select(field => field.Key), .. OfScaling];

    private static SettingDefinition Mapping(string key, string description) =>
        new() { Key = key, Group = Group, Type = SettingType.Object, Default = "", Description = description };
}
