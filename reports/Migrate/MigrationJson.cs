using System.Text.Json.Nodes;
using KedaStack.Resources.Migration;
using KedaStack.Resources.Writing;

namespace KedaStack.Reports.Migrate;

/// <summary>
/// A migration for machines: <c>hpa</c>, its name; <c>scaledObject</c>, the object to apply; <c>untranslated</c>, sentences; <c>comparedLoads</c>,
/// and <c>differences</c>, each with the first load (<c>timesTarget</c>) of a metric from which on both come to other replicas.
/// </summary>
internal static class MigrationJson
{
    /// <summary>The JSON.</summary>
    public static string Write(HpaMigration migration) => MachineJson.Write(new JsonObject
    {
        ["hpa"] = migration.Hpa.Name,
        ["scaledObject"] = migration.Manifest.DeepClone(),
        ["untranslated"] = new JsonArray([.. migration.Untranslated.Select(sentence => (JsonNode)$"{sentence}.")]),
        ["comparedLoads"] = MigrationComparison.Count(migration),
        ["differences"] = new JsonArray([.. MigrationComparison.Of(migration).Select(one => (JsonNode)new JsonObject
        {
            ["metric"] = one.Metric.Name,
            ["type"] = one.Metric.Type,
            ["timesTarget"] = one.Load,
            ["fromReplicas"] = one.Current,
            ["hpaReplicas"] = one.Before,
            ["scaledObjectReplicas"] = one.After,
        })]),
    });
}
