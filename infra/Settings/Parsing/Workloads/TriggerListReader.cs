using System.Text.Json.Nodes;
using KedaStack.Infra.Settings.Catalogue;
using KedaStack.Infra.Settings.Parsing.Values;
using KedaStack.Infra.Settings.Workloads;
using KedaStack.Scaling.Keda.Triggers.Config;
using KedaStack.Scaling.Keda.Triggers.Reading;

namespace KedaStack.Infra.Settings.Parsing.Workloads;

/// <summary>
/// Reads the triggers of a workload as KEDA reads them. Those of types that the model knows are checked, in KEDA's words;
/// of others only their form is.
/// </summary>
internal static class TriggerListReader
{
    private const string Prometheus = "prometheus";
    private const string ServerAddress = "serverAddress";

    // Stands for the address of the platform while the rest is checked.
    private const string AnyAddress = "http://prometheus";

    private static readonly string[] _fields = ["type", "name", "metadata", "metricType", "useCachedMetrics", "authenticationRef"];
    private static readonly string[] _metricTypes = ["", "AverageValue", "Value", "Utilization"];
    private static readonly string[] _authParameters = ["authModes", "authMode"];

    /// <summary>The triggers; null after a problem.</summary>
    /// <param name="workload">The fields of the workload.</param>
    /// <param name="node">The list as it was written.</param>
    public static IReadOnlyList<WorkloadTrigger>? Read(SettingsReader workload, JsonNode node)
    {
        if (node is not JsonArray { Count: > 0 } list)
        {
            workload.RejectQuoted(
                WorkloadFields.Triggers, node is JsonArray ? "are empty" : "are not a list", ItemFields.Shown(node), "write a list of triggers, each with type: and metadata:");
            return null;
        }

        var triggers = list.Index().Select(entry => Read(workload, entry.Index, entry.Item)).ToList();
        if (triggers.Contains(null))
        {
            return null;
        }

        var definitions = triggers.Select((trigger, index) => Definition(trigger!, index)).ToList();
        var isRight = true;
        foreach (var problem in TriggerReader.ProblemsOfAll(definitions))
        {
            isRight = false;
            workload.RejectQuoted(WorkloadFields.Triggers, "are refused by KEDA", problem.Message, "correct them as KEDA documents it");
        }

        foreach (var definition in definitions.Where(definition => TriggerReader.IsModelled(definition.Type)))
        {
            foreach (var problem in TriggerReader.Read(definition).Faults)
            {
                isRight = false;
                var path = problem.Field.Length == 0 ? Path(definition.TriggerIndex) : $"{Path(definition.TriggerIndex)}.{problem.Field}";
                workload.RejectQuoted(path, "is refused by KEDA", problem.Message, $"correct it as KEDA's {definition.Type} scaler documents it");
            }
        }

        return isRight ? [.. triggers.Select(trigger => trigger!)] : null;
    }

    private static WrittenTrigger? Read(SettingsReader workload, int index, JsonNode? node)
    {
        if (node is not JsonObject json)
        {
            workload.RejectQuoted(Path(index), "is not a mapping", ItemFields.Shown(node), "write type: and metadata: below it");
            return null;
        }

        var fields = new ItemFields(json);
        var reader = workload.Of(Path(index), fields.Raw("metadata", "authenticationRef"), _ => RawValue.OfText(""));
        fields.CheckKeys(reader, _fields);
        var type = reader.Text("type");
        if (type is { Length: 0 })
        {
            reader.RejectQuoted("type", "is missing", "nothing", "write a type, such as prometheus, kafka or cron");
        }

        var metricType = reader.Text("metricType");
        if (metricType is not null && !_metricTypes.Contains(metricType))
        {
            reader.Reject("metricType", "is an unknown word", metricType, "write AverageValue, Value or Utilization");
        }

        var cached = reader.IsGiven("useCachedMetrics") ? reader.Boolean("useCachedMetrics") : null;
        var (authentication, kind) = Authentication(reader, fields);
        var metadata = fields.Texts(reader, "metadata");
        if (fields["metadata"] is null)
        {
            reader.RejectQuoted("metadata", "is missing", "nothing", "write the parameters of the scaler");
        }

        return type is not { Length: > 0 } || metadata is null ? null : new WrittenTrigger
        {
            Type = type,
            Name = reader.OptionalText("name"),
            Metadata = metadata,
            MetricType = metricType is { Length: > 0 } ? metricType : null,
            UseCachedMetrics = cached,
            Authentication = authentication,
            AuthenticationKind = kind,
        };
    }

    private static (string? Name, string? Kind) Authentication(SettingsReader reader, ItemFields fields)
    {
        const string Key = "authenticationRef";
        if (fields.Texts(reader, Key) is not { } reference)
        {
            return (null, null);
        }

        foreach (var key in reference.Keys.Where(key => key is not ("name" or "kind")))
        {
            reader.Reject($"{Key}.{key}", "is not a field", reference[key], "write name and kind only");
        }

        var kind = reference.GetValueOrDefault("kind");
        if (kind is not (null or "TriggerAuthentication" or "ClusterTriggerAuthentication"))
        {
            reader.Reject($"{Key}.kind", "is an unknown word", kind, "write TriggerAuthentication or ClusterTriggerAuthentication");
        }

        if (reference.GetValueOrDefault("name") is not { Length: > 0 } name)
        {
            reader.RejectQuoted($"{Key}.name", "is missing", "nothing", "write the name of the TriggerAuthentication, which has to be there");
            return (null, null);
        }

        return (name, kind == "TriggerAuthentication" ? null : kind);
    }

    /// <summary>A trigger as KEDA's own readers take it.</summary>
    /// <param name="trigger">The trigger.</param>
    /// <param name="index">Its place.</param>
    public static TriggerDefinition Definition(WrittenTrigger trigger, int index) => new()
    {
        Type = trigger.Type,
        Name = trigger.Name ?? "",
        TriggerIndex = index,
        Metadata = (trigger.AsksPlatform ? trigger.Metadata.Append(KeyValuePair.Create(ServerAddress, AnyAddress)) : trigger.Metadata)
            // The parameters of a prometheus trigger's authentication are in another object.
            .Where(entry => trigger.Type != Prometheus || !_authParameters.Contains(entry.Key)).ToDictionary(StringComparer.Ordinal),
        MetricType = trigger.MetricType ?? "",
        UseCachedMetrics = trigger.UseCachedMetrics == true,
        IsAuthenticationKnown = false,
    };

    private static string Path(int index) => FormattableString.Invariant($"{WorkloadFields.Triggers}[{index}]");
}
