using k8s;
using k8s.Exceptions;
using KedaStack.Infra.Settings.Problems;

namespace KedaStack.Resources.Cluster.Live;

/// <summary>A cluster of the kubeconfig. The client library is loaded here only: most commands never need it.</summary>
internal sealed class KubeconfigCluster : IDisposable
{
    // The pods of a large namespace are some 15 KiB each.
    private const long LargestBytes = 256L << 20;

    private readonly Kubernetes _client;
    private readonly ExecPlugin? _plugin;

    private KubeconfigCluster(Kubernetes client, ExecPlugin? plugin, string name, string why, string ns)
    {
        (_client, _plugin, Name, Why, Namespace) = (client, plugin, name, why, ns);
        client.HttpClient.MaxResponseContentBufferSize = LargestBytes;
        Reader = new ApiReader(client.HttpClient, client.BaseUri, (request, cancellationToken) =>
            AuthorizeAsync(client, request, cancellationToken));
    }

    /// <summary>How it is called: its context.</summary>
    public string Name { get; }

    /// <summary>Why this one.</summary>
    public string Why { get; }

    /// <summary>The namespace of the context.</summary>
    public string Namespace { get; }

    /// <summary>Asks it.</summary>
    public IApiReader Reader { get; }

    /// <summary>Opens a cluster; nobody is asked yet, but an exec plugin may run.</summary>
    /// <param name="context">The context; null for the current one.</param>
    /// <param name="stack">The kubeconfig of a stack, with the stack's name, which goes before the machine's own; null for none.</param>
    /// <param name="timeout">How long an exec plugin may take.</param>
    /// <param name="problems">Gets what is wrong.</param>
    /// <param name="cancellationToken">Gives up at once, and ends an exec plugin.</param>
    /// <returns>Null after a problem.</returns>
    public static async Task<KubeconfigCluster?> OpenAsync(
        string? context, (string Name, string Kubeconfig)? stack, TimeSpan timeout, ICollection<SettingsProblem> problems, CancellationToken cancellationToken)
    {
        try
        {
            return await Task.Run(() => OpenAsync(context, stack, timeout, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is KubeConfigException or IOException or UnauthorizedAccessException or YamlDotNet.Core.YamlException
            or System.Security.Cryptography.CryptographicException or FormatException or ArgumentException or NullReferenceException)
        {
            problems.Add(SettingsProblem.Create(
                context is null ? "kubeconfig" : "--context", "cannot be used", exception.Message.Split('\n')[0].TrimEnd('.', '\r'),
                "see kubectl config get-contexts"));
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _client.Dispose();
        _plugin?.Dispose();
    }

    /// <summary>Signs a request; a plugin whose token has run out runs again, and may fail then.</summary>
    private static async Task AuthorizeAsync(Kubernetes client, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            await (client.Credentials?.ProcessHttpRequestAsync(request, cancellationToken) ?? Task.CompletedTask).ConfigureAwait(false);
        }
        catch (KubeConfigException exception)
        {
            throw new HttpRequestException(exception.Message, exception);
        }
    }

    private static async Task<KubeconfigCluster> OpenAsync(string? context, (string Name, string Kubeconfig)? stack, TimeSpan timeout, CancellationToken cancellationToken)
    {
        KubernetesClientConfiguration configuration;
        ExecPlugin? plugin;
        var (name, why) = ("", "it is deployed");
        if (context is null && stack is { } deployed)
        {
            (configuration, plugin) = await MachineKubeconfig.OfTextAsync(deployed.Kubeconfig, timeout, cancellationToken).ConfigureAwait(false);
            name = $"stack {deployed.Name}";
        }
        else
        {
            (configuration, plugin, name, why) = await MachineKubeconfig.OpenAsync(context, timeout, cancellationToken).ConfigureAwait(false);
        }

        // A token follows no redirect; where nothing answers to a connection, nobody waits for the rest.
        configuration.FirstMessageHandlerSetup = handler =>
        {
            handler.AllowAutoRedirect = false;
            handler.ConnectTimeout = TimeSpan.FromSeconds(30);
        };
        configuration.UserAgent = "kedastack-doctor";
        return new KubeconfigCluster(new Kubernetes(configuration), plugin, name, why, configuration.Namespace is { Length: > 0 } ns ? ns : "default");
    }
}
