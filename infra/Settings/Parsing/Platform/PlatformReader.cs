using KedaStack.Infra.Settings.Catalogue;
using KedaStack.Infra.Settings.Parsing.Values;
using KedaStack.Infra.Settings.Platform;

namespace KedaStack.Infra.Settings.Parsing.Platform;

/// <summary>Reads and checks where cluster, metrics and Grafana come from.</summary>
internal static class PlatformReader
{
    private const string GrafanaType = "Microsoft.Dashboard/grafana";
    private const string RuleType = "Microsoft.Insights/dataCollectionRules";

    /// <summary>The platform; created where something is wrong.</summary>
    /// <param name="reader">The values.</param>
    /// <param name="installation">Where KEDA comes from.</param>
    public static PlatformSettings Read(SettingsReader reader, KedaInstallation installation)
    {
        var url = reader.OptionalText(SettingKeys.PrometheusUrl);
        var hasUrl = url is not null;
        var workspace = Id(reader, SettingKeys.ExistingWorkspace, ExistingWorkspace.Type, "az monitor account show");
        var cluster = Cluster(reader, hasUrl, workspace is not null, installation);
        if (hasUrl && workspace is not null)
        {
            reader.RejectQuoted(SettingKeys.PrometheusUrl, $"does not go with {SettingKeys.ExistingWorkspace}", "both", "keep one of them: there is one Prometheus that is asked");
        }

        var own = PrometheusReader.Read(reader, url, cluster);
        var rule = Id(reader, SettingKeys.ExistingDataCollectionRule, RuleType, "az monitor data-collection rule show");
        var grafana = Id(reader, SettingKeys.ExistingGrafana, GrafanaType, "az grafana show");
        foreach (var (key, isGiven) in ((string, bool)[])[(SettingKeys.ExistingDataCollectionRule, rule is not null), (SettingKeys.ExistingGrafana, grafana is not null)])
        {
            if (isGiven && hasUrl)
            {
                reader.RejectQuoted(key, $"has no effect with {SettingKeys.PrometheusUrl}", "both", "leave it out, since it is about an Azure Monitor workspace");
            }
        }

        var scope = reader.Word(SettingKeys.PrometheusScope, SettingWords.Scope);
        if (scope is { } narrow and not QueryScope.Workspace && hasUrl)
        {
            reader.Reject(SettingKeys.PrometheusScope, $"has no effect with {SettingKeys.PrometheusUrl}", SettingWords.Scope.WordOf(narrow), "leave it out");
        }

        return new PlatformSettings
        {
            Cluster = cluster,
            Metrics = own is not null ? own : workspace is not null ? new ExistingWorkspace(workspace) : new NewWorkspace(),
            CollectionRule = rule,
            Grafana = grafana,
            Scope = scope.GetValueOrDefault(),
        };
    }

    private static ClusterSource Cluster(SettingsReader reader, bool hasUrl, bool hasWorkspace, KedaInstallation installation)
    {
        var context = reader.OptionalText(SettingKeys.KubeContext);
        var id = Id(reader, SettingKeys.ExistingCluster, ExistingCluster.Type, "az aks show");
        if (id is not null)
        {
            return new ExistingCluster(id, context);
        }

        if (context is null || reader.IsWrong(SettingKeys.ExistingCluster))
        {
            return new NewCluster();
        }

        if (hasWorkspace)
        {
            reader.Reject(
                SettingKeys.KubeContext, $"without {SettingKeys.ExistingCluster} means a cluster that is no AKS, whose tokens an identity of Azure does not trust", context,
                $"write {SettingKeys.ExistingCluster}, or {SettingKeys.PrometheusUrl} instead of {SettingKeys.ExistingWorkspace}");
        }
        else if (!hasUrl)
        {
            reader.Reject(
                SettingKeys.KubeContext, $"without {SettingKeys.ExistingCluster} means a cluster that is no AKS, whose metrics Azure Monitor does not collect", context,
                $"write {SettingKeys.PrometheusUrl}, the address of its Prometheus, or {SettingKeys.ExistingCluster}");
        }

        if (installation == KedaInstallation.AddOn)
        {
            reader.Reject(SettingKeys.KedaInstallation, "is an add-on of AKS, which the cluster is none of", "addon", "write helm or existing");
        }

        return new AnyCluster(context);
    }

    private static ArmId? Id(SettingsReader reader, string key, string type, string command)
    {
        if (reader.OptionalText(key) is not { } text)
        {
            return null;
        }

        if (ArmId.TryParse(text, type) is { } id)
        {
            return id;
        }

        reader.Reject(
            key, $"is no id of a {type}", text,
            $"write /subscriptions/.../resourceGroups/.../providers/{type}/NAME, as `{command} --query id` prints it");
        return null;
    }
}
