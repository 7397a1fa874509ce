using KedaStack.Infra.Settings.Catalogue;
using KedaStack.Infra.Settings.Platform;
using KedaStack.Infra.Settings.Problems;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace KedaStack.Infra.Cluster;

/// <summary>The contexts of the kubeconfig in use, as kubectl finds it: the files of KUBECONFIG, else ~/.kube/config.</summary>
public static class KubeContexts
{
    private const string Variable = "KUBECONFIG";

    /// <summary>Its files, whether they are there or not; at least one.</summary>
    /// <param name="variable">The value of KUBECONFIG; null where it is not set.</param>
    /// <param name="home">The home directory.</param>
    public static IReadOnlyList<string> Files(string? variable, string home) =>
        (variable ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 0 } files
            ? files
            : [Path.Combine(home, ".kube", "config")];

    /// <summary>Those that the environment names.</summary>
    public static IReadOnlyList<string> FilesInUse() =>
        Files(Environment.GetEnvironmentVariable(Variable), Environment.GetFolderPath(Environment.SpecialFolder.UserProfile));

    /// <summary>The texts of its files; those that cannot be read are left out.</summary>
    /// <param name="variable">The value of KUBECONFIG; null where it is not set.</param>
    /// <param name="home">The home directory.</param>
    public static IEnumerable<string> Read(string? variable, string home) => Files(variable, home).Select(ReadFile).OfType<string>();

    /// <summary>Reads it from the environment.</summary>
    public static IEnumerable<string> InUse() => FilesInUse().Select(ReadFile).OfType<string>();

    /// <summary>Why the context of a cluster cannot be used.</summary>
    /// <param name="cluster">Where the cluster comes from.</param>
    /// <param name="kubeconfigs">The texts of the kubeconfig.</param>
    /// <returns>Null where it can, where none is named, and where nobody can tell.</returns>
    public static SettingsProblem? Problem(ClusterSource cluster, IEnumerable<string> kubeconfigs)
    {
        var context = cluster switch
        {
            AnyCluster any => any.KubeContext,
            ExistingCluster existing => existing.KubeContext,
            _ => null,
        };
        string[] names = context is null ? [] : [.. kubeconfigs.SelectMany(Names).Distinct(StringComparer.Ordinal)];
        return context is null || names.Length == 0 || names.Contains(context, StringComparer.Ordinal)
            ? null
            : SettingsProblem.Create(
                SettingKeys.KubeContext, "is not in the kubeconfig in use", Quoted.Text(context),
                EditDistance.Nearest(context, names) is { } nearest ? $"did you mean {nearest}?" : $"write {string.Join(" or ", names)}, or set {Variable}");
    }

    private static IEnumerable<string> Names(string kubeconfig)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(kubeconfig));
            return stream.Documents is [{ RootNode: YamlMappingNode root }, ..]
                && root.Children.TryGetValue("contexts", out var contexts) && contexts is YamlSequenceNode list
                ? [.. list.OfType<YamlMappingNode>().Select(one => one.Children.TryGetValue("name", out var name) ? (name as YamlScalarNode)?.Value : null).OfType<string>()]
                : [];
        }
        catch (YamlException)
        {
            return [];
        }
    }

    private static string? ReadFile(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
