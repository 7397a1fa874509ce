using System.Collections.Immutable;
using System.Text.Json.Nodes;
using KedaStack.Infra.Settings.Catalogue;
using KedaStack.Infra.Settings.Parsing.Groups;
using KedaStack.Infra.Settings.Parsing.Values;
using KedaStack.Infra.Settings.Problems;
using KedaStack.Infra.Settings.Workloads;

namespace KedaStack.Infra.Settings.Parsing.Workloads;

/// <summary>Reads and checks how a workload is scraped.</summary>
internal static class ScrapeReader
{
    private const string Port = "port";
    private const string Path = "path";
    private const string Interval = "interval";
    private const string Service = "service";
    private const string Selector = "selector";
    private const string Labels = "labels";
    private const int LongestServiceName = 63;

    private static readonly ImmutableSortedDictionary<string, string> _noLabels =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>How it is scraped; null when nothing is said, and after a problem.</summary>
    /// <param name="settings">The settings of the stack.</param>
    /// <param name="workload">The fields of the workload.</param>
    /// <param name="item">The workload as it was written.</param>
    /// <param name="target">What is scaled.</param>
    public static ScrapeSettings? Read(SettingsReader settings, SettingsReader workload, ItemFields item, ScaleTarget? target)
    {
        if (item[WorkloadFields.Scrape] is not { } node)
        {
            return null;
        }

        if (node is not JsonObject json)
        {
            workload.RejectQuoted(WorkloadFields.Scrape, "is not a mapping", ItemFields.Shown(node), "write port: below it");
            return null;
        }

        var fields = new ItemFields(json);
        var reader = workload.Of(WorkloadFields.Scrape, fields.Raw(Selector, Labels), key => Otherwise(settings, key));
        fields.CheckKeys(reader, [.. WorkloadFields.OfScrape.Select(field => field.Key)]);
        var service = KubernetesName.Read(reader, Service, LongestServiceName, isRequired: false);
        var labels = LabelsOf(reader, fields, Labels) ?? (settings.IsWrong(SettingKeys.ScrapeLabels) ? _noLabels : settings.Labels(SettingKeys.ScrapeLabels));
        var selector = LabelsOf(reader, fields, Selector);
        if (selector is { Count: 0 })
        {
            reader.RejectQuoted(Selector, "selects everything in the namespace", "no label", "write the labels of the pods, such as selector: { app: web }");
        }

        var port = PortName(reader);
        var path = reader.Text(Path);
        if (path is not null && !path.StartsWith('/'))
        {
            reader.Reject(Path, "does not begin with a slash", path, $"write /{path}");
        }

        var interval = reader.Duration(Interval, ScalingReader.ShortestScrapeInterval);
        return port is null || path is null || interval is not { } duration || target is null ? null : new ScrapeSettings
        {
            Port = port,
            Path = path,
            Interval = duration,
            Service = service,
            Selector = selector ?? _noLabels.Add("app", service ?? target.Name),
            Labels = labels,
        };
    }

    private static RawValue Otherwise(SettingsReader settings, string key) => key switch
    {
        Interval => settings.RawOrDefault(SettingKeys.ScrapeInterval),
        _ => RawValue.OfText(WorkloadFields.OfScrape.First(field => field.Key == key).Default),
    };

    private static ImmutableSortedDictionary<string, string>? LabelsOf(SettingsReader reader, ItemFields fields, string key)
    {
        var labels = fields.Texts(reader, key);
        foreach (var (name, value) in labels ?? _noLabels)
        {
            if (LabelReading.Problem(name, value) is { } problem)
            {
                reader.Reject(key, problem, $"{name}: {value}", "write a label as Kubernetes allows it");
            }
        }

        return labels;
    }

    private static string? PortName(SettingsReader reader)
    {
        var text = reader.Text(Port);
        if (text is null || (KubernetesName.IsLabel(text) && text.Any(char.IsAsciiLetter)))
        {
            return text;
        }

        reader.RejectQuoted(
            Port, text.Length == 0 ? "is missing" : "is not the name of a port", text.Length == 0 ? "nothing" : Quoted.Text(text),
            "write the port's name in the pod template or the Service, not its number");
        return null;
    }
}
