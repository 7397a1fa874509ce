using System.Globalization;
using System.Text;
using KedaStack.Resources.Manifests;
using KedaStack.Resources.Migration;
using KedaStack.Resources.Writing;

namespace KedaStack.Reports.Migrate;

/// <summary>A migration as YAML to apply, with what to know about it in its comments.</summary>
internal static class MigrationText
{
    private const int WidestColumns = 80;

    /// <summary>The text.</summary>
    public static string Write(HpaMigration migration)
    {
        var text = new StringBuilder();
        Comment($"Made of the HPA {migration.Hpa.Name} by `kedastack migrate`. KEDA takes that HPA over and keeps its name: do not delete it first.");
        foreach (var sentence in migration.Untranslated)
        {
            Comment($"{sentence}.");
        }

        var differences = MigrationComparison.Of(migration);
        if (differences.Count == 0)
        {
            Comment($"Both come to the same replicas at {ShownNumber.Count(MigrationComparison.Count(migration))} loads, each metric from nothing to four times its target.");
        }

        foreach (var one in differences)
        {
            Comment(string.Create(
                CultureInfo.InvariantCulture,
                $"From {one.Load:0.#} times the target of {one.Metric.Type} {one.Metric.Name} on, at {ShownNumber.Replicas(one.Current)}: the HPA comes to {ShownNumber.Count(one.Before)}, the ScaledObject to {ShownNumber.Count(one.After)}."));
        }

        return text.Append(YamlText.Write(migration.Manifest)).ToString();

        void Comment(string sentence) => text.AppendJoin('\n', WordWrap.Words(sentence.Split(' '), "# ", "#   ", WidestColumns)).Append('\n');
    }
}
