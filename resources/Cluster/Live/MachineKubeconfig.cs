using k8s;
using k8s.Exceptions;
using k8s.KubeConfigModels;
using KedaStack.Infra.Cluster;
using YamlDotNet.Core;

namespace KedaStack.Resources.Cluster.Live;

/// <summary>The kubeconfig of this machine: the files of KUBECONFIG, put together as kubectl does, else <c>~/.kube/config</c>, else that of the pod that it runs in.</summary>
internal static class MachineKubeconfig
{
    /// <summary>The configuration of a context; an exec plugin may run.</summary>
    /// <param name="context">The context; null for the current one.</param>
    /// <param name="timeout">How long a plugin may take.</param>
    /// <param name="cancellationToken">Gives up, and ends a plugin.</param>
    /// <returns>The configuration with its plugin, how it is called, and why it is this one.</returns>
    /// <exception cref="KubeConfigException">There is none, or it is not right; the message says why.</exception>
    public static async Task<(KubernetesClientConfiguration Configuration, ExecPlugin? Plugin, string Name, string Why)> OpenAsync(string? context, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var files = KubeContexts.FilesInUse().Select(file => new FileInfo(file)).ToList();
        var existing = files.FindAll(file => file.Exists);
        if (existing.Count == 0)
        {
            return context is null && KubernetesClientConfiguration.IsInCluster() ? (KubernetesClientConfiguration.InClusterConfig(), null, "this cluster", "it runs in one")
                : throw new KubeConfigException(Directory.Exists(files[0].FullName) ? $"{files[0].FullName} is a folder" : $"there is no {files[0].FullName}");
        }

        var merged = Merge([.. existing.Select(Load)]);
        var name = context ?? (merged.CurrentContext is { Length: > 0 } current ? current : throw new KubeConfigException($"it has no current context; there is {Names(merged)}"));
        Validate(merged, name);
        var (configuration, plugin) = await BuildAsync(merged, name, timeout, cancellationToken).ConfigureAwait(false);
        return (configuration, plugin, $"context {name}", context is null ? "the kubeconfig's current context" : "--context");
    }

    /// <summary>The configuration that a kubeconfig's text says, with its plugin.</summary>
    /// <exception cref="KubeConfigException">It is not right; the message says why.</exception>
    public static Task<(KubernetesClientConfiguration Configuration, ExecPlugin? Plugin)> OfTextAsync(string kubeconfig, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(kubeconfig));
        var loaded = KubernetesClientConfiguration.LoadKubeConfig(stream);
        return BuildAsync(loaded, loaded.CurrentContext, timeout, cancellationToken);
    }

    private static async Task<(KubernetesClientConfiguration Configuration, ExecPlugin? Plugin)> BuildAsync(
        K8SConfiguration kubeconfig, string context, TimeSpan timeout, CancellationToken cancellationToken)
    {
        // Of a plugin without a command or a version the library says what is missing.
        if (User(kubeconfig, context)?.UserCredentials is not { ExternalExecution: { Command.Length: > 0, ApiVersion.Length: > 0 } external } credentials)
        {
            return (KubernetesClientConfiguration.BuildConfigFromConfigObject(kubeconfig, context), null);
        }

        var plugin = new ExecPlugin(external, context, timeout);
        var status = await plugin.GetAsync(cancellationToken).ConfigureAwait(false);
        (credentials.ExternalExecution, credentials.Token) = (null, status.Token);
        (credentials.ClientCertificateData, credentials.ClientKeyData) = (Encoded(status.ClientCertificateData), Encoded(status.ClientKeyData));
        var configuration = KubernetesClientConfiguration.BuildConfigFromConfigObject(kubeconfig, context);
        configuration.TokenProvider = status.Token is null ? null : plugin;
        return (configuration, plugin);
    }

    private static string? Encoded(string? pem) => pem is null ? null : Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(pem));

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
