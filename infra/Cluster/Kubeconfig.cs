using System.Text;
using KedaStack.Infra.Settings;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace KedaStack.Infra.Cluster;

/// <summary>Reads AKS's kubeconfig, and makes it usable without a person at the keyboard.</summary>
public static class Kubeconfig
{
    // What kubelogin's other modes do not read, each with a value after it (azure.github.io/kubelogin).
    private static readonly string[] _deviceCodeOnly = ["--client-id", "--tenant-id"];

    /// <summary>Reads what Azure lists as a cluster's credentials.</summary>
    /// <param name="encoded">The kubeconfigs in Base64; the first one counts.</param>
    /// <returns>It as YAML.</returns>
    /// <exception cref="FormatException">There is none, or it is not a kubeconfig.</exception>
    public static string Decode(IEnumerable<string?> encoded)
    {
        var first = encoded.FirstOrDefault();
        if (string.IsNullOrWhiteSpace(first))
        {
            throw new FormatException("there is none");
        }

        string kubeconfig;
        try
        {
            kubeconfig = Encoding.UTF8.GetString(Convert.FromBase64String(first));
        }
        catch (FormatException exception)
        {
            throw new FormatException("it is not Base64", exception);
        }

        _ = Users(Load(kubeconfig));
        return kubeconfig;
    }

    /// <summary>
    /// Rewrites every user's exec block from kubelogin's device code, which blocks for ever in CI, to
    /// <paramref name="mode"/>. The server id stays: it is AKS's own and the same for every cluster.
    /// </summary>
    /// <param name="kubeconfig">The kubeconfig as YAML; users without an exec block stay as they are.</param>
    /// <param name="mode">How kubelogin gets its token.</param>
    /// <exception cref="FormatException">The text is not a kubeconfig.</exception>
    public static string WithKubelogin(string kubeconfig, KubeloginMode mode)
    {
        var stream = Load(kubeconfig);
        foreach (var user in Users(stream).OfType<YamlMappingNode>())
        {
            if (user.Children.TryGetValue("user", out var value)
                && value is YamlMappingNode credentials
                && credentials.Children.TryGetValue("exec", out var exec)
                && exec is YamlMappingNode plugin)
            {
                plugin.Children["args"] = new YamlSequenceNode(
                    Arguments(plugin, mode).Select(argument => new YamlScalarNode(argument)));
            }
        }

        var text = new StringWriter { NewLine = "\n" };
        stream.Save(text, assignAnchors: false);
        // The end of the document, which nobody writes.
        return text.ToString().Replace("\n...\n", "\n", StringComparison.Ordinal);
    }

    private static YamlStream Load(string kubeconfig)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(kubeconfig));
        }
        catch (YamlException exception)
        {
            throw new FormatException($"it is not YAML: {exception.Message}", exception);
        }

        return stream;
    }

    private static YamlSequenceNode Users(YamlStream stream) =>
        stream.Documents.Count == 1
        && stream.Documents[0].RootNode is YamlMappingNode root
        && root.Children.TryGetValue("users", out var node)
        && node is YamlSequenceNode users
            ? users
            : throw new FormatException("it has no list of users");

    private static IEnumerable<string> Arguments(YamlMappingNode plugin, KubeloginMode mode)
    {
        var original = plugin.Children.TryGetValue("args", out var node) && node is YamlSequenceNode list
            ? list.OfType<YamlScalarNode>().Select(argument => argument.Value ?? "").ToList()
            : [];

        // Both spellings of an option occur: "--login devicecode" and "--login=devicecode".
        var kept = new List<string>();
        for (var i = 0; i < original.Count; i++)
        {
            var option = original[i].Split('=')[0];
            if (option is not ("--login" or "-l") && !_deviceCodeOnly.Contains(option))
            {
                kept.Add(original[i]);
            }
            else if (!original[i].Contains('='))
            {
                i++;
            }
        }

        return [.. kept, "--login", mode switch
        {
            KubeloginMode.AzureCli => "azurecli",
            KubeloginMode.WorkloadIdentity => "workloadidentity",
            _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "There is no such kubelogin mode."),
        }];
    }
}
