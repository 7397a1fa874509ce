using System.Text.RegularExpressions;
using KedaStack.Infra.Settings.Catalogue;
using KedaStack.Infra.Settings.Parsing.Values;

namespace KedaStack.Infra.Settings.Parsing.Groups;

/// <summary>Reads and checks the cluster's settings.</summary>
internal static class ClusterReader
{
    private const int MostNodes = 1000;

    private static readonly string[] _zones = ["1", "2", "3"];

    public static ClusterSettings Read(SettingsReader reader)
    {
        var minimum = reader.Integer(SettingKeys.NodeCountMin, 1, MostNodes);
        var maximum = reader.Integer(SettingKeys.NodeCountMax, 1, MostNodes);
        RangeCheck.Ordered(reader, SettingKeys.NodeCountMin, minimum, SettingKeys.NodeCountMax, maximum);
        return new ClusterSettings
        {
            Sku = reader.Word(SettingKeys.Sku, SettingWords.Sku).GetValueOrDefault(),
            Access = reader.Word(SettingKeys.Access, SettingWords.Access).GetValueOrDefault(),
            Kubelogin = reader.Word(SettingKeys.Kubelogin, SettingWords.Kubelogin).GetValueOrDefault(),
            KubernetesVersion = KubernetesVersion(reader),
            NodeVmSize = NodeVmSize(reader) ?? "",
            NodeCountMin = minimum.GetValueOrDefault(),
            NodeCountMax = maximum.GetValueOrDefault(),
            Tier = reader.Word(SettingKeys.Tier, SettingWords.Tier).GetValueOrDefault(),
            Zones = Zones(reader),
        };
    }

    private static string? KubernetesVersion(SettingsReader reader)
    {
        const string Key = SettingKeys.KubernetesVersion;
        var text = reader.OptionalText(Key);
        if (text is null || Version.IsMatch(text))
        {
            return text;
        }

        var right = text[0] is 'v' && Version.IsMatch(text[1..]) ? $"write {text[1..]}" : "write 1.N or 1.N.P, such as 1.35 or 1.35.2";
        reader.Reject(Key, "is not a Kubernetes version", text, right);
        return null;
    }

    private static string? NodeVmSize(SettingsReader reader)
    {
        const string Key = SettingKeys.NodeVmSize;
        var text = reader.Text(Key);
        if (text is null || VmSize.IsMatch(text))
        {
            return text;
        }

        var right = VmSize.IsMatch($"Standard_{text}") ? $"write Standard_{text}" : "write it as Azure does, such as Standard_D2s_v5";
        reader.Reject(Key, "is not a VM size", text, right);
        return null;
    }

    private static IReadOnlyList<string> Zones(SettingsReader reader)
    {
        const string Key = SettingKeys.Zones;
        var zones = reader.Items(Key);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var zone in zones)
        {
            if (!_zones.Contains(zone, StringComparer.Ordinal))
            {
                reader.Reject(Key, "has an unknown zone", zone, "write 1, 2 or 3");
            }
            else if (!seen.Add(zone))
            {
                reader.Reject(Key, "has the same zone twice", zone, "keep one of them");
            }
        }

        return zones;
    }

    private static Regex Version => field ??= new(@"^1\.(0|[1-9][0-9]{0,2})(\.(0|[1-9][0-9]{0,3}))?\z", RegexOptions.CultureInvariant);

    private static Regex VmSize => field ??= new(@"^Standard_[A-Z]+[0-9]+(-[0-9]+)?[a-z]*(_[A-Za-z0-9]+)*\z", RegexOptions.CultureInvariant);
}
