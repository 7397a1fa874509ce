using System.Globalization;
using KedaStack.Infra.Settings.Catalogue;
using KedaStack.Infra.Settings.Parsing.Values;
using KedaStack.Infra.Settings.Platform;
using KedaStack.Infra.Settings.Problems;

namespace KedaStack.Infra.Settings.Parsing.Groups;

/// <summary>
/// Checks that the settings of an Automatic cluster are those that it takes. What is preset there cannot be set
/// (https://learn.microsoft.com/azure/aks/intro-aks-automatic).
/// </summary>
internal static class AutomaticCluster
{
    // Under Pulumi a default cannot be told from the same value written out: the engine fills them in.
    private static readonly (string Key, Func<ClusterSettings, string> Value)[] _chosenByAzure =
    [
        (SettingKeys.NodeVmSize, cluster => cluster.NodeVmSize),
        (SettingKeys.NodeCountMin, cluster => cluster.NodeCountMin.ToString(CultureInfo.InvariantCulture)),
        (SettingKeys.NodeCountMax, cluster => cluster.NodeCountMax.ToString(CultureInfo.InvariantCulture)),
        (SettingKeys.Zones, cluster => $"[{string.Join(", ", cluster.Zones)}]"),
    ];

    /// <summary>Notes what an Automatic cluster refuses.</summary>
    /// <param name="reader">The values.</param>
    /// <param name="cluster">The cluster's settings.</param>
    /// <param name="platform">Where the cluster comes from: one that is given is no concern of these settings.</param>
    /// <param name="keda">KEDA's settings.</param>
    /// <returns>The cluster's settings; those of an Automatic one with the tier that it always has.</returns>
    public static ClusterSettings Check(SettingsReader reader, ClusterSettings cluster, PlatformSettings platform, KedaSettings keda)
    {
        if (cluster.Sku != ClusterSku.Automatic || platform.Cluster is not NewCluster)
        {
            return cluster;
        }

        if (cluster.Access != ClusterAccess.Entra)
        {
            Refuse(reader, SettingKeys.Access, "is not there in an Automatic cluster, whose local accounts are off", "write entra");
        }

        if (keda.Installation != KedaInstallation.AddOn)
        {
            Refuse(reader, SettingKeys.KedaInstallation, "is a second KEDA in an Automatic cluster, which has the add-on and keeps it", "write addon");
        }

        if (cluster.Tier == ClusterTier.Premium)
        {
            Refuse(reader, SettingKeys.Tier, "is not the tier of an Automatic cluster, which is Standard", "leave it out");
        }

        foreach (var (key, value) in _chosenByAzure)
        {
            if (value(cluster) != SettingsCatalogue.Find(key)!.Default)
            {
                Refuse(reader, key, "is chosen by Azure in an Automatic cluster, which makes nodes as pods need them", $"leave it out, or write {SettingKeys.Sku}: Base");
            }
        }

        return cluster with { Tier = ClusterTier.Standard };
    }

    private static void Refuse(SettingsReader reader, string key, string wrong, string right)
    {
        if (!reader.IsWrong(key))
        {
            reader.RejectQuoted(key, wrong, $"{reader.RawOrDefault(key).Shown} with {SettingKeys.Sku} {Quoted.Text("Automatic")}", right);
        }
    }
}
