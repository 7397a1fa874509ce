using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Sdks.Listing;

/// <summary>What is known of the official packages, and what the stand-ins take from it.</summary>
internal static class ApiListing
{
    public const string Folder = "pulumi-api";

    /// <summary>The stand-ins by assembly name, each with the file that lists the official package.</summary>
    public static IReadOnlyDictionary<string, string> Files { get; } = new Dictionary<string, string>
    {
        ["Pulumi"] = "pulumi.txt",
        ["Pulumi.AzureAD"] = "azuread.txt",
        ["Pulumi.AzureNative"] = "azure-native.txt",
        ["Pulumi.Kubernetes"] = "kubernetes.txt",
    };

    public static HashSet<string> Official(string assembly)
        => [.. File.ReadLines(Path.Combine(SharedFolder.PathOf(Folder), Files[assembly])).Where(line => !line.StartsWith('#'))];

    /// <summary>The facts that a provider's stand-in is generated from; none for the core, which is written by hand.</summary>
    public static string[] InUse(string assembly)
    {
        var file = Path.Combine(RepositoryRoot.Path, "sdks", assembly, "api.txt");
        return File.Exists(file) ? File.ReadAllLines(file) : [];
    }
}
