using System.Text.Json.Nodes;
using KedaStack.Infra.Settings.Catalogue;
using KedaStack.Infra.Settings.Parsing.Groups;
using KedaStack.Infra.Settings.Parsing.Values;
using KedaStack.Infra.Settings.Workloads;

namespace KedaStack.Infra.Settings.Parsing.Workloads;

/// <summary>Reads and checks the list of workloads.</summary>
internal static class WorkloadsReader
{
    private const string Key = SettingKeys.Workloads;

    // Behind keda-hpa- it has to fit in a label's value, which is what KEDA's webhook checks.
    private const int LongestName = 54;
    private const int LongestLabel = 63;

    // Stands for a threshold that nobody reads.
    private const string NoThreshold = "1";

    /// <summary>The workloads, without those in which something is wrong.</summary>
    /// <param name="settings">The values.</param>
    /// <param name="sampleNamespace">The namespace of the sample app; null without it, and where it is not known.</param>
    public static IReadOnlyList<ScaledWorkloadSettings> Read(SettingsReader settings, string? sampleNamespace)
    {
        var workloads = new List<ScaledWorkloadSettings>();
        foreach (var (index, node) in settings.Objects(Key).Index())
        {
            var path = FormattableString.Invariant($"{Key}[{index}]");
            if (node is not JsonObject item)
            {
                settings.RejectQuoted(path, "is not an object", ItemFields.Shown(node), "write name:, namespace:, target: and query: or triggers:");
            }
            else if (Read(settings, path, new ItemFields(item)) is { } workload)
            {
                CheckUnlike(settings, path, workload, workloads);
                CheckTheirs(settings, path, workload, sampleNamespace);
                workloads.Add(workload);
            }
        }

        return workloads;
    }

    private static ScaledWorkloadSettings? Read(SettingsReader settings, string path, ItemFields item)
    {
        var raw = item.Raw(WorkloadFields.Scrape, WorkloadFields.Triggers);
        var reader = settings.Of(path, raw, key => Otherwise(settings, key));
        item.CheckKeys(reader, WorkloadFields.All);
        var name = KubernetesName.Read(reader, WorkloadFields.Name, LongestName, isRequired: true);
        var ns = KubernetesName.Read(reader, WorkloadFields.Namespace, LongestLabel, isRequired: true);
        var target = TargetReader.Read(reader);
        var triggers = Triggers(reader, item);
        var scrape = ScrapeReader.Read(settings, reader, item, target);
        var hpa = HpaName(reader);
        var interval = scrape?.Interval ?? settings.ValidDuration(SettingKeys.ScrapeInterval);
        var scaling = ScalingReader.Read(reader, interval, settings.ValidDuration(SettingKeys.Window));
        return name is null || ns is null || target is null || triggers is null ? null : new ScaledWorkloadSettings
        {
            Name = name,
            Namespace = ns,
            Target = target,
            Scaling = scaling,
            Triggers = triggers,
            Scrape = scrape,
            ReplaceHpa = hpa,
        };
    }

    // The values of scaling that are given for the stack hold for its workloads, but for the threshold: what a replica of one
    // app serves says nothing about another.
    private static RawValue Otherwise(SettingsReader settings, string key) =>
        key == SettingKeys.Threshold ? RawValue.OfText(NoThreshold)
        : WorkloadFields.OfScaling.Contains(key) ? settings.RawOrDefault(key)
        : RawValue.OfText("");

    private static IReadOnlyList<WorkloadTrigger>? Triggers(SettingsReader reader, ItemFields item)
    {
        var query = reader.OptionalText(WorkloadFields.Query);
        var hasTriggers = item[WorkloadFields.Triggers] is not null;
        if (query is not null && hasTriggers)
        {
            reader.RejectQuoted(WorkloadFields.Triggers, "are given beside a query", "both", "keep one of them; a prometheus trigger without serverAddress asks the platform's metrics, too");
            return null;
        }

        if (hasTriggers)
        {
            if (reader.IsGiven(SettingKeys.Threshold))
            {
                reader.Reject(SettingKeys.Threshold, "is for a query", reader.Text(SettingKeys.Threshold) ?? "", "write it in the metadata of the trigger");
            }

            return TriggerListReader.Read(reader, item[WorkloadFields.Triggers]!);
        }

        if (query is null)
        {
            if (!reader.IsWrong(WorkloadFields.Query))
            {
                reader.RejectQuoted(WorkloadFields.Query, "is missing", "neither a query nor triggers", "write query: with threshold:, or triggers:");
            }

            return null;
        }

        if (!reader.IsGiven(SettingKeys.Threshold))
        {
            reader.RejectQuoted(SettingKeys.Threshold, "is missing", "nothing", "write what one replica is meant to serve of what the query counts, such as threshold: 80");
        }

        return [new QueryTrigger(query)];
    }

    private static string? HpaName(SettingsReader reader)
    {
        var text = reader.OptionalText(WorkloadFields.ReplaceHpa);
        if (text is null || KubernetesName.IsSubdomain(text))
        {
            return text;
        }

        reader.Reject(WorkloadFields.ReplaceHpa, "is not a name for a HorizontalPodAutoscaler", text, "write the name that `kubectl get hpa` prints");
        return null;
    }

    // The names are those of resources in the stack; two ScaledObjects of one target fight, and KEDA's webhook refuses the second.
    private static void CheckUnlike(SettingsReader settings, string path, ScaledWorkloadSettings workload, List<ScaledWorkloadSettings> others)
    {
        var right = "write another one, since it names the resources in the stack";
        if (others.FindIndex(other => other.Name == workload.Name) is >= 0 and var twin)
        {
            settings.Reject($"{path}.{WorkloadFields.Name}", FormattableString.Invariant($"is the name of {Key}[{twin}]"), workload.Name, right);
        }

        if (others.FindIndex(other => other.Namespace == workload.Namespace && other.Target.Kind == workload.Target.Kind && other.Target.Name == workload.Target.Name)
            is >= 0 and var same)
        {
            settings.Reject(
                $"{path}.{WorkloadFields.Target}", FormattableString.Invariant($"is scaled by {Key}[{same}] already"),
                $"{workload.Target.Kind}/{workload.Target.Name}", "put the triggers of both into one workload, since two would fight");
        }
    }

    // The sample app has its ScaledObject, and people scale its load generator.
    private static void CheckTheirs(SettingsReader settings, string path, ScaledWorkloadSettings workload, string? sampleNamespace)
    {
        if (workload.Namespace != sampleNamespace)
        {
            return;
        }

        if (workload.Target.Kind == "Deployment" && workload.Target.Name is SampleNames.App or SampleNames.LoadGenerator)
        {
            settings.Reject(
                $"{path}.{WorkloadFields.Target}", "is made by this stack", $"{workload.Target.Kind}/{workload.Target.Name}",
                $"name an app that is there, or write {SettingKeys.Samples}: [] if this is one");
        }

        if (workload.Name == SampleNames.App)
        {
            settings.Reject($"{path}.{WorkloadFields.Name}", "is the name of the sample app's ScaledObject", workload.Name, $"write another one, or {SettingKeys.Samples}: []");
        }
    }
}
