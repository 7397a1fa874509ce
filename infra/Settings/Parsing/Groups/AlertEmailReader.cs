using System.Text.RegularExpressions;
using KedaStack.Infra.Settings.Catalogue;
using KedaStack.Infra.Settings.Parsing.Values;

namespace KedaStack.Infra.Settings.Parsing.Groups;

/// <summary>Reads and checks the e-mail addresses of the alerts.</summary>
internal static class AlertEmailReader
{
    private const string Key = SettingKeys.AlertEmails;

    // Azure Monitor service limits, "Action groups": e-mail actions of one action group.
    private const int MostAddresses = 1000;

    /// <param name="reader">The values.</param>
    /// <param name="alerts">Whether there are alerts; null when that could not be read.</param>
    public static IReadOnlyList<string> Read(SettingsReader reader, bool? alerts)
    {
        var addresses = reader.Items(Key);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var address in addresses)
        {
            if (!Address.IsMatch(address))
            {
                reader.Reject(Key, "has an item that is not an e-mail address", address, "write name@domain alone, such as oncall@contoso.com");
            }
            else if (!seen.Add(address))
            {
                reader.Reject(Key, "has the same address twice", address, "keep one of them; case does not matter");
            }
        }

        if (addresses.Count > MostAddresses)
        {
            reader.RejectQuoted(Key, "has more than 1000 addresses", $"{addresses.Count}", "write a distribution list's, since Azure allows 1000 in an action group");
        }

        if (addresses.Count > 0 && alerts is false)
        {
            reader.RejectQuoted(Key, "has addresses without alerts", $"{addresses.Count} with {SettingKeys.Alerts} \"false\"", $"set {SettingKeys.Alerts} to true or leave the addresses out");
        }

        return addresses;
    }

    // Addresses as people have them: no display names, quotes, comments or IP addresses (RFC 5321 allows 64 characters
    // before the @ and 254 altogether).
    private static Regex Address => field ??= new(@"^(?=.{3,254}\z)(?=[^@]{1,64}@)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]\z", RegexOptions.CultureInvariant);
}
