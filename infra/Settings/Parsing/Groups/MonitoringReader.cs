using System.Text.RegularExpressions;
using KedaStack.Infra.Settings.Catalogue;
using KedaStack.Infra.Settings.Parsing.Values;

namespace KedaStack.Infra.Settings.Parsing.Groups;

/// <summary>Reads and checks the settings of managed Prometheus and Grafana.</summary>
internal static class MonitoringReader
{
    private const int LongestGrafanaName = 23;

    // Azure refuses 11 (GrafanaMajorVersionNotSupported; terraform-provider-azurerm#32777).
    private const int OldestGrafana = 12;
    private const int NewestGrafana = 13;

    private const int LongestLabelValue = 1023;

    /// <param name="reader">The values.</param>
    /// <param name="location">The stack's region, where nothing else is said.</param>
    public static MonitoringSettings Read(SettingsReader reader, string? location)
    {
        var alerts = reader.Boolean(SettingKeys.Alerts);
        return new MonitoringSettings
        {
            Location = GeneralReader.MonitorLocation(reader) ?? location ?? "",
            Grafana = reader.Boolean(SettingKeys.Grafana).GetValueOrDefault(),
            GrafanaName = GrafanaName(reader),
            GrafanaMajorVersion = reader.Integer(SettingKeys.GrafanaMajorVersion, OldestGrafana, NewestGrafana).GetValueOrDefault(),
            RecordingRules = reader.Boolean(SettingKeys.RecordingRules).GetValueOrDefault(),
            Dashboard = reader.Boolean(SettingKeys.Dashboard).GetValueOrDefault(),
            Alerts = alerts.GetValueOrDefault(),
            AlertEmails = AlertEmailReader.Read(reader, alerts),
            ClusterLabel = ClusterLabel(reader),
        };
    }

    private static string? GrafanaName(SettingsReader reader)
    {
        const string Key = SettingKeys.GrafanaName;
        if (reader.OptionalText(Key) is not { } text)
        {
            return null;
        }

        if (text.Length > LongestGrafanaName)
        {
            reader.Reject(Key, $"is longer than {LongestGrafanaName} characters", text, "shorten it, since Azure Managed Grafana allows no more");
        }
        else if (!LegalGrafanaName.IsMatch(text))
        {
            reader.Reject(
                Key,
                "is not a name for an Azure Managed Grafana",
                text,
                "write 2 to 23 letters, digits and hyphens, a letter first and no hyphen last");
        }

        return text;
    }

    /// <summary>Any text that fits on a line; quotes and backslashes are escaped where the query is written.</summary>
    private static string? ClusterLabel(SettingsReader reader)
    {
        const string Key = SettingKeys.ClusterLabel;
        if (reader.OptionalText(Key) is not { } text)
        {
            return null;
        }

        if (text.Any(char.IsControl))
        {
            reader.Reject(Key, "has a control character", text, "write the label's value on one line");
        }
        else if (text.Length > LongestLabelValue)
        {
            reader.Reject(Key, $"is longer than {LongestLabelValue} characters", text, "shorten it, since Azure Monitor allows no more");
        }

        return text;
    }

    private static Regex LegalGrafanaName => field ??= new(@"^[a-zA-Z][-a-zA-Z0-9]{0,21}[a-zA-Z0-9]\z", RegexOptions.CultureInvariant);
}
