using System.Text.RegularExpressions;
using KedaStack.Infra.Settings.Catalogue;
using KedaStack.Infra.Settings.Parsing.Values;

namespace KedaStack.Infra.Settings.Parsing.Groups;

/// <summary>Reads and checks the settings of the sample app and its load generator.</summary>
internal static class WorkloadReader
{
    private const int LongestWorkMilliseconds = 60_000;
    private const int MostLoadGenerators = 100;

    // What load_generator.py accepts; above it its pods would not start.
    private const int HighestRatePerSecond = 5_000;

    public static WorkloadSettings Read(SettingsReader reader)
    {
        var ownNamespace = NamespaceReader.Read(reader, SettingKeys.WorkloadNamespace);
        NamespaceReader.CheckNotReserved(reader, SettingKeys.WorkloadNamespace, ownNamespace);
        var milliseconds = reader.Integer(SettingKeys.WorkMilliseconds, 0, LongestWorkMilliseconds);
        return new WorkloadSettings
        {
            Namespace = ownNamespace ?? "",
            Image = Image(reader) ?? "",
            WorkPerRequest = TimeSpan.FromMilliseconds(milliseconds.GetValueOrDefault()),
            LoadGeneratorReplicas = reader.Integer(SettingKeys.LoadGeneratorReplicas, 0, MostLoadGenerators).GetValueOrDefault(),
            LoadGeneratorRate = Rate(reader).GetValueOrDefault(),
        };
    }

    private static decimal? Rate(SettingsReader reader)
    {
        const string Key = SettingKeys.LoadGeneratorRate;
        var rate = reader.PositiveNumber(Key);
        if (rate > HighestRatePerSecond)
        {
            reader.Reject(Key, "is above 5000", reader.Text(Key)!, $"write at most 5000 and raise {SettingKeys.LoadGeneratorReplicas}");
            return null;
        }

        return rate;
    }

    private static string? Image(SettingsReader reader)
    {
        const string Key = SettingKeys.Image;
        var text = reader.Text(Key);
        if (text is null || PinnedImage.IsMatch(text))
        {
            return text;
        }

        var wrong = text.Contains('@', StringComparison.Ordinal) ? "is not an image with a digest" : "is an image without a digest";
        reader.Reject(Key, wrong, text, "write name@sha256: and 64 hexadecimal digits, as docker buildx imagetools inspect prints them");
        return null;
    }

    private static Regex PinnedImage => field ??= new(@"^[A-Za-z0-9][A-Za-z0-9._-]*(:[0-9]+)?(/[a-z0-9][a-z0-9._-]*)*(:[A-Za-z0-9_][A-Za-z0-9._-]{0,127})?@sha256:[0-9a-f]{64}\z", RegexOptions.CultureInvariant);
}
