using System.Globalization;
using System.Text.RegularExpressions;

namespace KedaStack.Resources.Objects;

/// <summary>What pods can use of a node, by its VM size.</summary>
/// <param name="Cores">Processor cores.</param>
/// <param name="Bytes">Memory.</param>
internal sealed record NodeSize(decimal Cores, decimal Bytes)
{
    // What AKS's own pods take of each node, such as the network, metrics and storage agents (estimate).
    private const decimal SystemPodCores = 0.5m;
    private const decimal SystemPodBytes = Gibibyte;

    // AKS keeps up to a quarter of the memory for the kubelet (learn.microsoft.com/azure/aks/node-resource-reservations).
    private const decimal MemoryShare = 0.75m;
    private const decimal Gibibyte = 1024m * 1024 * 1024;

    /// <summary>The size by its name; null for one whose memory does not follow from its name.</summary>
    public static NodeSize? Of(string? vmSize)
    {
        var match = Pattern.Match(vmSize ?? "");
        if (!match.Success)
        {
            return null;
        }

        var cores = decimal.Parse(match.Groups["cores"].Value, CultureInfo.InvariantCulture);
        var gibibytesPerCore = match.Groups["family"].Value switch { "E" => 8m, _ => 4m };
        return new NodeSize(
            cores - Reserved(cores) - SystemPodCores, (cores * gibibytesPerCore * Gibibyte * MemoryShare) - SystemPodBytes);
    }

    /// <summary>The cores that AKS keeps for the kubelet (the same page).</summary>
    private static decimal Reserved(decimal cores) => cores switch
    {
        <= 1 => 0.06m,
        <= 2 => 0.1m,
        <= 4 => 0.14m,
        <= 8 => 0.18m,
        <= 16 => 0.26m,
        <= 32 => 0.42m,
        _ => 0.74m,
    };

    // Families with a fixed ratio of memory to cores; constrained sizes (E8-2ds), low-memory ones (D2ls_v5) and old ones differ.
    private static Regex Pattern => field ??= new(@"^Standard_(?<family>D|E)(?<cores>[0-9]{1,3})[a-km-z]*_v[3-9]\z", RegexOptions.CultureInvariant);
}
