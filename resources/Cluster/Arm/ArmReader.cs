using System.Net.Http.Headers;
using Azure.Core;
using KedaStack.Resources.Cluster.Live;
using KedaStack.Resources.Prometheus;
using KedaStack.Scaling.Prometheus.Client.Http;

namespace KedaStack.Resources.Cluster.Arm;

/// <summary>
/// GETs on Azure Resource Manager, as whoever is signed in here. The token goes over https or to this machine only, follows no
/// redirect, and stands in no answer. Where none can be had, nobody is asked a second time.
/// </summary>
internal sealed class ArmReader : IApiReader, IDisposable
{
    private const string Login = "az login";
    private const long LargestBytes = 64L << 20;

    private static readonly TimeSpan _tokenTimeout = TimeSpan.FromSeconds(30);

    private readonly HttpClient _http;
    private readonly ApiReader _reader;
    private readonly BearerTokens _tokens;
    private readonly Uri _host;
    private readonly TimeProvider _time;
    private volatile string? _whyNoToken;

    /// <summary>Makes a reader; nobody is asked yet.</summary>
    /// <param name="endpoint">Where it asks.</param>
    /// <param name="credential">As whom.</param>
    /// <param name="time">The clock.</param>
    public ArmReader(ArmEndpoint endpoint, TokenCredential credential, TimeProvider time)
    {
        (_host, _time) = (endpoint.Host, time);
        _tokens = new BearerTokens(credential, endpoint.Scope, _tokenTimeout, time);
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = _tokenTimeout })
        {
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = LargestBytes,
        };
        _http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("kedastack-doctor", null));
        _reader = new ApiReader(_http, _host, async (request, cancellationToken) =>
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await _tokens.GetAsync(cancellationToken).ConfigureAwait(false)));
    }

    /// <summary>A reader as the first identity that there is of the environment, a workload identity, <c>az login</c> and others.</summary>
    public static ArmReader Create(ArmEndpoint endpoint, TimeProvider time) => new(endpoint, AzureCredential.Create(), time);

    /// <summary>Whether no token could be had.</summary>
    public bool HasNoToken => _whyNoToken is not null;

    /// <inheritdoc/>
    public async Task<ClusterAnswer> GetAsync(string path, TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (_host.Scheme != Uri.UriSchemeHttps && !_host.IsLoopback)
        {
            return Unasked($"{_host} is plain http on another machine, where a token could be read on the way");
        }

        if (_whyNoToken is { } why)
        {
            return Unasked(why);
        }

        var began = _time.GetTimestamp();
        try
        {
            await _tokens.GetAsync(cancellationToken).WaitAsync(timeout, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // Whatever a credential throws, there is no token.
            cancellationToken.ThrowIfCancellationRequested();
            var reason = BearerTokens.WhyNone(_tokens.Scope, exception).TrimEnd('.');
            _whyNoToken = reason.Contains(Login, StringComparison.OrdinalIgnoreCase) ? reason : $"{reason}; run {Login}";
            return Unasked(_whyNoToken);
        }

        var left = timeout - _time.GetElapsedTime(began);
        return left > TimeSpan.Zero ? await _reader.GetAsync(path, left, cancellationToken).ConfigureAwait(false) : Unasked(ClusterAnswer.NoAnswer);

        ClusterAnswer Unasked(string problem) => new(path, null, null, 0, null, Problem: problem);
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();
}
