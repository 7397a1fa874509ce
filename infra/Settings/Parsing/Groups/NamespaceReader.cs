using System.Text.RegularExpressions;
using KedaStack.Infra.Settings.Catalogue;
using KedaStack.Infra.Settings.Parsing.Values;

namespace KedaStack.Infra.Settings.Parsing.Groups;

/// <summary>Reads and checks Kubernetes namespaces.</summary>
internal static class NamespaceReader
{
    /// <summary>A namespace's name: a label of RFC 1123, as the API server demands.</summary>
    public static string? Read(SettingsReader reader, string key)
    {
        const string Right = "write 1 to 63 lower-case letters, digits and hyphens, no hyphen first or last";
        var text = reader.Text(key);
        if (text is null || Label.IsMatch(text))
        {
            return text;
        }

        var wrong = text.Length == 0 ? "is empty"
            : text.Length > 63 ? "is longer than 63 characters"
            : "is not a name for a Kubernetes namespace";
        reader.Reject(key, wrong, text, Right);
        return null;
    }

    /// <summary>Refuses the namespaces that are there already and that this stack would delete with itself.</summary>
    public static void CheckNotReserved(SettingsReader reader, string key, string? name)
    {
        if (name is "default" || (name is not null && name.StartsWith("kube-", StringComparison.Ordinal)))
        {
            reader.Reject(key, "is a namespace of Kubernetes itself", name, "write one that this stack may create and delete");
        }
    }

    /// <summary>Refuses one namespace for KEDA and the app: each is created, labelled and deleted by itself.</summary>
    public static void CheckDifferent(SettingsReader reader, string? keda, string? workload)
    {
        if (keda is not null && keda == workload)
        {
            reader.Reject(SettingKeys.KedaNamespace, $"is the same as {SettingKeys.WorkloadNamespace}", keda, "write two different namespaces");
        }
    }

    private static Regex Label => field ??= new(@"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\z", RegexOptions.CultureInvariant);
}
