using k8s;
using k8s.Exceptions;
using k8s.KubeConfigModels;
using KedaStack.Infra.Cluster;
using YamlDotNet.Core;

namespace KedaStack.Resources.Cluster.Live;

/// <summary>The kubeconfig of this machine: the files of KUBECONFIG, put together as kubectl does, else <c>~/.kube/config</c>, else that of the pod that it runs in.</summary>
internal static class MachineKubeconfig
{
    /// <summary>What begins what the library says of an exec plugin that fails.</summary>
    private const string ExecFailed = "external exec failed ";

    /// <summary>The configuration of a context; an exec plugin may run.</summary>
    /// <param name="context">The context; null for the current one.</param>
    /// <returns>The configuration, how it is called, and why it is this one.</returns>
    /// <exception cref="KubeConfigException">There is none, or it is not right; the message says why.</exception>
    public static (KubernetesClientConfiguration Configuration, string Name, string Why) Open(string? context)
    {
        var files = KubeContexts.FilesInUse().Select(file => new FileInfo(file)).ToList();
        var existing = files.FindAll(file => file.Exists);
        if (existing.Count == 0)
        {
            return context is null && KubernetesClientConfiguration.IsInCluster() ? (KubernetesClientConfiguration.InClusterConfig(), "this cluster", "it runs in one")
                : throw new KubeConfigException(Directory.Exists(files[0].FullName) ? $"{files[0].FullName} is a folder" : $"there is no {files[0].FullName}");
        }

        var merged = Merge([.. existing.Select(Load)]);
        var name = context ?? (merged.CurrentContext is { Length: > 0 } current ? current : throw new KubeConfigException($"it has no current context; there is {Names(merged)}"));
        Validate(merged, name);
        return (Built(merged, name), $"context {name}", context is null ? "the kubeconfig's current context" : "--context");
    }

    /// <summary>The configuration that a kubeconfig's text says.</summary>
    /// <exception cref="KubeConfigException">It is not right; the message says why.</exception>
    public static KubernetesClientConfiguration OfText(string kubeconfig)
    {
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(kubeconfig));
        var loaded = KubernetesClientConfiguration.LoadKubeConfig(stream);
        return Built(loaded, loaded.CurrentContext);
    }

    private static KubernetesClientConfiguration Built(K8SConfiguration kubeconfig, string context)
    {
        try
        {
            return KubernetesClientConfiguration.BuildConfigFromConfigObject(kubeconfig, context);
        }
        catch (KubeConfigException exception) when (exception.Message.Contains(ExecFailed, StringComparison.Ordinal))
        {
            var plugin = User(kubeconfig, context)?.UserCredentials?.ExternalExecution?.Command ?? "its plugin";
            throw new KubeConfigException($"{plugin}, with which context {context} signs in, fails: {Cause(exception.Message)}", exception);
        }
    }

    /// <summary>What went wrong, without the words that the runtime puts around it.</summary>
    private static string Cause(string message) => message switch
    {
        _ when message.Contains("trying to start process", StringComparison.Ordinal) && message.LastIndexOf("'. ", StringComparison.Ordinal) is >= 0 and var end => message[(end + 3)..].TrimEnd('.'),
        _ when message.Contains("failed due to timeout", StringComparison.Ordinal) => "it does not end in time",
        _ when message.Contains("failed deserialization", StringComparison.Ordinal) => "what it writes is no ExecCredential",
        _ => message[(message.LastIndexOf(ExecFailed, StringComparison.Ordinal) + ExecFailed.Length)..].TrimEnd('.'),
    };

    private static K8SConfiguration Load(FileInfo file)
    {
        try
        {
            // Made absolute, since files are put together.
            var loaded = KubernetesClientConfiguration.LoadKubeConfig(file) ?? throw new KubeConfigException($"{file.FullName} is empty");
            foreach (var endpoint in (loaded.Clusters ?? []).Select(one => one.ClusterEndpoint).OfType<ClusterEndpoint>())
            {
                endpoint.CertificateAuthority = Absolute(file, endpoint.CertificateAuthority);
            }

            foreach (var credentials in (loaded.Users ?? []).Select(one => one.UserCredentials).OfType<UserCredentials>())
            {
                credentials.ClientCertificate = Absolute(file, credentials.ClientCertificate);
                credentials.ClientKey = Absolute(file, credentials.ClientKey);
            }

            return loaded;
        }
        catch (YamlException exception)
        {
            throw new KubeConfigException(FormattableString.Invariant($"{file.FullName} is no kubeconfig, by its line {exception.Start.Line}"), exception);
        }
    }

    private static string? Absolute(FileInfo file, string? path) => string.IsNullOrEmpty(path) ? path : Path.Combine(file.DirectoryName ?? ".", path);

    /// <summary>As kubectl puts files together: of one name the first wins.</summary>
    private static K8SConfiguration Merge(IReadOnlyList<K8SConfiguration> files) => new()
    {
        CurrentContext = files.Select(file => file.CurrentContext).FirstOrDefault(name => !string.IsNullOrEmpty(name)),
        Contexts = [.. files.SelectMany(file => file.Contexts ?? []).DistinctBy(one => one.Name)],
        Clusters = [.. files.SelectMany(file => file.Clusters ?? []).DistinctBy(one => one.Name)],
        Users = [.. files.SelectMany(file => file.Users ?? []).DistinctBy(one => one.Name)],
        FileName = files[0].FileName,
    };

    private static void Validate(K8SConfiguration kubeconfig, string name)
    {
        var context = kubeconfig.Contexts.FirstOrDefault(one => one.Name == name) ?? throw new KubeConfigException($"there is no context {name}; there is {Names(kubeconfig)}");
        var (cluster, user) = (context.ContextDetails?.Cluster, context.ContextDetails?.User);
        if (!kubeconfig.Clusters.Any(one => one.Name == cluster))
        {
            throw new KubeConfigException($"context {name} names cluster {cluster ?? "none"}, which the kubeconfig does not have");
        }

        if (!string.IsNullOrEmpty(user) && !kubeconfig.Users.Any(one => one.Name == user))
        {
            throw new KubeConfigException($"context {name} names user {user}, which the kubeconfig does not have");
        }
    }

    private static User? User(K8SConfiguration kubeconfig, string context) =>
        kubeconfig.Users?.FirstOrDefault(user => user.Name == kubeconfig.Contexts?.FirstOrDefault(one => one.Name == context)?.ContextDetails?.User);

    private static string Names(K8SConfiguration kubeconfig) => string.Join(", ", kubeconfig.Contexts.Select(one => one.Name).DefaultIfEmpty("none"));
}
