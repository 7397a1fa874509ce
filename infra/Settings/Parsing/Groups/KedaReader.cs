using System.Text.RegularExpressions;
using KedaStack.Infra.Settings.Catalogue;
using KedaStack.Infra.Settings.Parsing.Values;

namespace KedaStack.Infra.Settings.Parsing.Groups;

/// <summary>Reads and checks KEDA's settings.</summary>
internal static class KedaReader
{
    private const int LongestPropagationSeconds = 900;
    private const int LongestAccount = 63;

    /// <param name="reader">The values.</param>
    /// <param name="workloadNamespace">The namespace of the app, which KEDA installed by Helm may not share.</param>
    public static KedaSettings Read(SettingsReader reader, string? workloadNamespace)
    {
        var installation = reader.Word(SettingKeys.KedaInstallation, SettingWords.Installation);
        var ownNamespace = NamespaceReader.Read(reader, SettingKeys.KedaNamespace);
        if (installation is KedaInstallation.Helm)
        {
            NamespaceReader.CheckNotReserved(reader, SettingKeys.KedaNamespace, ownNamespace);
            NamespaceReader.CheckDifferent(reader, ownNamespace, workloadNamespace);
        }

        var seconds = reader.Integer(SettingKeys.CredentialPropagationSeconds, 0, LongestPropagationSeconds);
        return new KedaSettings
        {
            Installation = installation.GetValueOrDefault(),
            ChartVersion = ChartVersion(reader) ?? "",
            Namespace = ownNamespace ?? "",
            ServiceAccount = KubernetesName.Read(reader, SettingKeys.KedaServiceAccount, LongestAccount, isRequired: true) ?? "",
            CredentialPropagation = TimeSpan.FromSeconds(seconds.GetValueOrDefault()),
        };
    }

    private static string? ChartVersion(SettingsReader reader)
    {
        const string Key = SettingKeys.KedaChartVersion;
        var text = reader.Text(Key);
        if (text is null || SemanticVersion.IsMatch(text))
        {
            return text;
        }

        var right = text.StartsWith('v') && SemanticVersion.IsMatch(text[1..])
            ? $"write {text[1..]}"
            : "write major.minor.patch, such as 2.20.2";
        reader.Reject(Key, "is not a semantic version", text, right);
        return null;
    }

    // https://semver.org/#is-there-a-suggested-regular-expression-regex-to-check-a-semver-string
    private static Regex SemanticVersion => field ??= new(@"^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)" + @"(-(0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)(\.(0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*))*)?" + @"(\+[0-9a-zA-Z-]+(\.[0-9a-zA-Z-]+)*)?\z", RegexOptions.CultureInvariant);
}
