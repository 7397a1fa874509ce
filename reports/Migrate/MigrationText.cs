using System.Globalization;
using System.Text;
using KedaStack.Resources.Manifests;
using KedaStack.Resources.Migration;

namespace KedaStack.Reports.Migrate;

/// <summary>A migration as YAML to apply, with what to know about it in its comments.</summary>
internal static class MigrationText
{
    /// <summary>The text.</summary>
    public static string Write(HpaMigration migration)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# Made of the HPA {migration.Hpa.Name} by `kedastack migrate`. KEDA takes that HPA over and keeps its name: do not delete it first.\n");
        foreach (var sentence in migration.Untranslated)
        {
            text.Append(CultureInfo.InvariantCulture, $"# {sentence}.\n");
        }

        var differences = MigrationComparison.Of(migration);
        if (differences.Count == 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"# Both come to the same replicas at {MigrationComparison.Count(migration)} loads, each metric from nothing to four times its target.\n");
        }

        foreach (var one in differences)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"# From {one.Load:0.#} times the target of {one.Metric.Type} {one.Metric.Name} on, at {one.Current} replicas: the HPA comes to {one.Before}, the ScaledObject to {one.After}.\n");
        }

        return text.Append(YamlText.Write(migration.Manifest)).ToString();
    }
}
