using System.Text.RegularExpressions;
using KedaStack.Infra.Settings.Catalogue;
using KedaStack.Infra.Settings.Parsing.Values;

namespace KedaStack.Infra.Settings.Parsing.Groups;

/// <summary>Reads and checks regions, the name prefix and the resource group.</summary>
internal static class GeneralReader
{
    private const int LongestPrefix = 30;

    /// <summary>The stack's region.</summary>
    public static string? Location(SettingsReader reader) =>
        Region(reader, SettingKeys.Location, reader.Text(SettingKeys.Location));

    /// <summary>The region of monitoring; null for the stack's.</summary>
    public static string? MonitorLocation(SettingsReader reader) =>
        Region(reader, SettingKeys.MonitorLocation, reader.OptionalText(SettingKeys.MonitorLocation));

    /// <summary>
    /// The name prefix, by the narrowest of the rules of the names made from it (lower-case host names; 30 characters
    /// leave room for the stack's name in a cluster's 63).
    /// </summary>
    public static string? NamePrefix(SettingsReader reader)
    {
        const string Key = SettingKeys.NamePrefix;
        if (reader.Text(Key) is not { } text)
        {
            return null;
        }

        if (text.Length == 0)
        {
            reader.Reject(Key, "is empty", text, "write 1 to 30 lower-case letters, digits and hyphens, such as kedastack");
            return null;
        }

        if (text.Length > LongestPrefix)
        {
            reader.Reject(Key, "is longer than 30 characters", text, "shorten it, since Azure limits the names that are made from it");
            return null;
        }

        if (!Prefix.IsMatch(text))
        {
            reader.Reject(
                Key,
                "is not legal in every Azure resource name",
                text,
                "write lower-case letters, digits and hyphens, a letter first and no hyphen last");
            return null;
        }

        return text;
    }

    /// <summary>The resource group that is there; null for one that the stack makes, and after a problem.</summary>
    public static string? ResourceGroup(SettingsReader reader)
    {
        const string Key = SettingKeys.ResourceGroup;
        var text = reader.OptionalText(Key);
        if (text is null || (GroupName.IsMatch(text) && !text.EndsWith('.')))
        {
            return text;
        }

        reader.Reject(
            Key, text.StartsWith('/') ? "is an id" : "is not a name for a resource group", text,
            text.StartsWith('/') ? $"write its name, {text[(text.TrimEnd('/').LastIndexOf('/') + 1)..].TrimEnd('/')}" : "write 1 to 90 letters, digits and -_.(), no full stop last");
        return null;
    }

    private static string? Region(SettingsReader reader, string key, string? text)
    {
        if (text is null || RegionName.IsMatch(text))
        {
            return text;
        }

        if (text.Length == 0)
        {
            reader.Reject(key, "is empty", text, "write the short name of an Azure region, such as eastus");
            return null;
        }

        var normalized = text.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
        var right = RegionName.IsMatch(normalized) ? $"write {normalized}" : "write lower-case letters and digits, such as eastus";
        reader.Reject(key, "is not the short name of an Azure region", text, right);
        return null;
    }

    private static Regex RegionName => field ??= new(@"^[a-z][a-z0-9]{0,49}\z", RegexOptions.CultureInvariant);

    // https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules
    private static Regex GroupName => field ??= new(@"^[-\w.()]{1,90}\z", RegexOptions.CultureInvariant);

    private static Regex Prefix => field ??= new(@"^[a-z]([a-z0-9-]*[a-z0-9])?\z", RegexOptions.CultureInvariant);
}
