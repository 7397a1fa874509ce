namespace KedaStack.Tests.Scaling.Prometheus.Client.Fakes;

/// <summary>A network that a test makes up.</summary>
/// <param name="answer">Answers or throws.</param>
internal sealed class FakeHandler(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
{
    private int _requests;

    /// <summary>How many requests came.</summary>
    public int Requests => _requests;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _requests);
        return Task.FromResult(answer(request));
    }
}
