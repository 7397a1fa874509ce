using KedaStack.Infra.Clouds;
using KedaStack.Infra.Settings.Catalogue;
using KedaStack.Infra.Settings.Parsing.Values;

namespace KedaStack.Infra.Settings.Parsing.Groups;

/// <summary>Reads the cloud, and checks that no region is in another one.</summary>
internal static class CloudReader
{
    /// <param name="reader">The values.</param>
    /// <param name="location">The stack's region, where it can be read.</param>
    /// <param name="monitorLocation">The region of monitoring, where it is another and can be read.</param>
    public static AzureCloud Read(SettingsReader reader, string? location, string? monitorLocation)
    {
        var given = reader.OptionalWord(SettingKeys.Cloud, SettingWords.Cloud);
        var cloud = given ?? CloudOf(location) ?? AzureCloud.Public;
        if (given is not null && CloudOf(location) is { } ofRegion && ofRegion != cloud)
        {
            reader.Reject(
                SettingKeys.Cloud,
                $"is not the cloud of {SettingKeys.Location} \"{location}\"",
                SettingWords.Cloud.WordOf(cloud),
                $"write {SettingWords.Cloud.WordOf(ofRegion)} or leave it out");
        }
        else if (CloudOf(monitorLocation) is { } ofMonitoring && ofMonitoring != cloud)
        {
            reader.Reject(
                SettingKeys.MonitorLocation,
                $"is in another cloud than {SettingKeys.Location} \"{location}\"",
                monitorLocation!,
                $"write a region of the cloud {SettingWords.Cloud.WordOf(cloud)} or leave it out");
        }

        return cloud;
    }

    private static AzureCloud? CloudOf(string? region) => region is null ? null : AzureRegions.CloudOf(region);
}
