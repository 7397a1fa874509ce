using System.ComponentModel;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;
using k8s;
using k8s.Authentication;
using k8s.Exceptions;
using k8s.KubeConfigModels;
using KedaStack.Resources.Writing;

namespace KedaStack.Resources.Cluster.Live;

/// <summary>
/// The program with which a user of a kubeconfig signs in, such as kubelogin
/// (kubernetes.io/docs/reference/access-authn-authz/authentication, client-go credential plugins). The client library leaves one that
/// hangs running; this one ends, and what it started, with the time or with whoever waits for it.
/// </summary>
/// <param name="plugin">The program.</param>
/// <param name="context">The context whose user signs in with it.</param>
/// <param name="timeout">How long it may take.</param>
internal sealed class ExecPlugin(ExternalExecution plugin, string context, TimeSpan timeout) : ITokenProvider, IDisposable
{
    // A token that is about to run out would be refused on its way.
    private static readonly TimeSpan _early = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _one = new(1);
    private readonly Lock _ending = new();
    private ExecCredentialResponse.ExecStatus? _status;
    private volatile KubeConfigException? _failure;
    private Process? _running;
    private bool _isOver;

    /// <summary>The credentials that it gives; it runs only where those from before run out.</summary>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="KubeConfigException">It gives none; the message says why.</exception>
    public async Task<ExecCredentialResponse.ExecStatus> GetAsync(CancellationToken cancellationToken)
    {
        var failure = _failure;
        await _one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_failure is { } latest && latest != failure)
            {
                // It failed while this one waited: for each request in turn it would take as long again.
                throw latest;
            }

            return _status = _status is { } status && !(status.ExpirationTimestamp?.ToUniversalTime() < TimeProvider.System.GetUtcNow().UtcDateTime + _early) ? status
                : Read(await RunAsync(cancellationToken).ConfigureAwait(false));
        }
        catch (KubeConfigException exception)
        {
            _failure = exception;
            throw;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public async Task<AuthenticationHeaderValue> GetAuthenticationHeaderAsync(CancellationToken cancellationToken) =>
        new("Bearer", (await GetAsync(cancellationToken).ConfigureAwait(false)).Token);

    /// <inheritdoc/>
    public void Dispose()
    {
        EndForGood(null, EventArgs.Empty);
        _one.Dispose();
    }

    private async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var process = KubernetesClientConfiguration.CreateRunnableExternalProcess(plugin, null);
        // What it asks of whoever signs in, it writes to standard error. Arguments may have spaces in them.
        (process.StartInfo.RedirectStandardError, process.StartInfo.Arguments) = (false, "");
        foreach (var argument in plugin.Arguments ?? [])
        {
            process.StartInfo.ArgumentList.Add(argument);
        }

        // A command that is interrupted may be over before this is.
        AppDomain.CurrentDomain.ProcessExit += EndForGood;
        limit.CancelAfter(timeout);
        try
        {
            lock (_ending)
            {
                // What starts while the command ends would outlive it.
                cancellationToken.ThrowIfCancellationRequested();
                ObjectDisposedException.ThrowIf(_isOver, this);
                process.Start();
                _running = process;
            }

            var output = await process.StandardOutput.ReadToEndAsync(limit.Token).ConfigureAwait(false);
            await process.WaitForExitAsync(limit.Token).ConfigureAwait(false);
            return process.ExitCode == 0 ? output : throw Fails(FormattableString.Invariant($"it ends with exit code {process.ExitCode}"));
        }
        catch (Win32Exception exception)
        {
            // Before that the runtime repeats the name and the folder.
            throw Fails(exception.Message[(exception.Message.LastIndexOf("'. ", StringComparison.Ordinal) is >= 0 and var end ? end + 3 : 0)..].TrimEnd('.'));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Fails($"it did not end within {ShownNumber.Seconds((long)timeout.TotalMilliseconds)}, and was ended");
        }
        finally
        {
            // In this order: the end of the command waits for this one.
            End();
            AppDomain.CurrentDomain.ProcessExit -= EndForGood;
        }
    }

    private ExecCredentialResponse.ExecStatus Read(string output)
    {
        try
        {
            var response = KubernetesJson.Deserialize<ExecCredentialResponse>(output);
            return response?.ApiVersion != plugin.ApiVersion ? throw Fails($"it answers in the API version {response?.ApiVersion ?? "none"}, and the kubeconfig asks for {plugin.ApiVersion}")
                : response.Status?.IsValid() == true ? response.Status : throw Fails("it gives neither a token nor a certificate");
        }
        catch (JsonException)
        {
            throw Fails("what it writes is no ExecCredential");
        }
    }

    private KubeConfigException Fails(string why) => new($"{plugin.Command}, with which context {context} signs in, fails: {why}");

    private void EndForGood(object? sender, EventArgs arguments)
    {
        lock (_ending)
        {
            _isOver = true;
        }

        End();
    }

    private void End()
    {
        lock (_ending)
        {
            try
            {
                _running?.Kill(entireProcessTree: true);
            }
            catch (Exception exception) when (exception is InvalidOperationException or Win32Exception or AggregateException)
            {
                // It has ended by itself, or is not ours to end.
            }

            _running = null;
        }
    }
}
