using System.Text.RegularExpressions;
using KedaStack.Infra.Settings.Catalogue;
using KedaStack.Infra.Settings.Parsing.Values;

namespace KedaStack.Infra.Settings.Parsing.Groups;

/// <summary>Reads and checks the administrators.</summary>
internal static class AdminReader
{
    private const string Key = SettingKeys.Admins;

    public static IReadOnlyList<string> Read(SettingsReader reader)
    {
        var admins = reader.Items(Key);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var admin in admins)
        {
            if (!Guid.TryParseExact(admin, "D", out _) && !UserPrincipalName.IsMatch(admin))
            {
                reader.Reject(
                    Key,
                    "has an item that is neither an Entra object id nor a user principal name",
                    admin,
                    "write a GUID or name@domain, such as alice@contoso.com");
            }
            else if (!seen.Add(admin))
            {
                reader.Reject(Key, "has the same person twice", admin, "keep one of them; case does not matter");
            }
        }

        return admins;
    }

    // The characters that Entra ID allows before the @ (Microsoft Learn, "Entra user name policies").
    private static Regex UserPrincipalName => field ??= new(@"^(?=.{1,113}\z)[A-Za-z0-9'._!#^~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+\z", RegexOptions.CultureInvariant);
}
