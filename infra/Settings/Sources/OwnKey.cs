using KedaStack.Infra.Settings.Problems;

namespace KedaStack.Infra.Settings.Sources;

/// <summary>
/// Config keys of the project itself. Pulumi writes them <c>threshold</c> (the project's namespace is meant),
/// <c>kedastack:threshold</c> or, of old, <c>kedastack:config:threshold</c>.
/// </summary>
internal static class OwnKey
{
    private const string OldMiddle = "config:";

    /// <summary>Whether a key's namespace looks like the project's, mistyped.</summary>
    public static bool IsNear(string key, string project) =>
        key.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && key[..colon] != project
        && EditDistance.Nearest(key[..colon], [project]) is not null;

    /// <summary>The key without namespace.</summary>
    /// <returns>Null when the key belongs to another namespace, such as <c>azure-native:location</c>.</returns>
    public static string? Of(string key, string project)
    {
        var colon = key.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            return key;
        }

        if (key[..colon] != project)
        {
            return null;
        }

        var rest = key[(colon + 1)..];
        return rest.StartsWith(OldMiddle, StringComparison.Ordinal) ? rest[OldMiddle.Length..] : rest;
    }
}
