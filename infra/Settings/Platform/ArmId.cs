using System.Text.RegularExpressions;

namespace KedaStack.Infra.Settings.Platform;

/// <summary>The id of a resource in Azure, one level below its provider.</summary>
/// <param name="Subscription">The id of its subscription.</param>
/// <param name="ResourceGroup">The name of its resource group.</param>
/// <param name="Type">Its type, such as <c>Microsoft.ContainerService/managedClusters</c>.</param>
/// <param name="Name">Its name.</param>
public sealed record ArmId(string Subscription, string ResourceGroup, string Type, string Name)
{
    /// <summary>Reads an id; Azure writes the words between the names in any case.</summary>
    /// <param name="text">The id.</param>
    /// <param name="type">The type that it has to be of.</param>
    /// <returns>Null for anything else.</returns>
    public static ArmId? TryParse(string text, string type) =>
        Form.Match(text) is { Success: true } match && string.Equals(match.Groups["type"].Value, type, StringComparison.OrdinalIgnoreCase)
            ? new ArmId(match.Groups["subscription"].Value, match.Groups["group"].Value, type, match.Groups["name"].Value)
            : null;

    /// <summary>Whether a text is this id, in any case.</summary>
    public bool Is(string? text) => string.Equals(text?.TrimEnd('/'), ToString(), StringComparison.OrdinalIgnoreCase);

    /// <summary>The id.</summary>
    public override string ToString() => $"/subscriptions/{Subscription}/resourceGroups/{ResourceGroup}/providers/{Type}/{Name}";

    private static Regex Form => field ??= new(@"^/subscriptions/(?<subscription>[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})/resourceGroups/(?<group>[-\w.()]{1,90})/providers/(?<type>[\w.]+/\w+)/(?<name>[-\w.]{1,128})\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
