using System.Net;
using Azure.Core;
using KedaStack.Scaling.Prometheus.Client;
using KedaStack.Tests.Scaling.Prometheus.Client.Fakes;
using Microsoft.AspNetCore.Http;

namespace KedaStack.Tests.Scaling.Prometheus.Client;

public sealed class TimeoutTests
{
    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(30);

    private readonly ManualTime _time = new();
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task Query_NoAnswer_EndsAfterTheTimeout()
    {
        await using var server = await HangingAsync(_ => Task.CompletedTask);
        using var client = Clients.Create(Clients.Options(server) with { Timeout = _timeout }, _time);

        var asked = client.AskAsync();
        await _reached.Task;
        _time.Advance(_timeout);
        var result = await asked;

        Assert.Equal((PrometheusErrorKind.Timeout, null), (result.Error!.Kind, result.Error.HttpStatus));
        Assert.Equal($"{server.Address.Base.Authority} did not answer within 30 s.", result.Error.Message);
        Assert.Equal((null, _timeout), (result.Response, result.Took));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Query_BodyThatDrips_EndsAfterTheTimeout()
    {
        await using var server = await HangingAsync(async context =>
        {
            await context.Response.WriteAsync("{");
            await context.Response.Body.FlushAsync();
        });
        using var client = Clients.Create(Clients.Options(server) with { Timeout = _timeout }, _time);

        var asked = client.AskAsync();
        await _reached.Task;
        _time.Advance(_timeout);

        Assert.Equal(PrometheusErrorKind.Timeout, (await asked).Error!.Kind);
    }

    [Fact]
    public async Task Query_BodyThatDripsAfterAnAnswer_NamesTheAnswer()
    {
        using var handler = new FakeHandler(_ => new HttpResponseMessage { Content = new StreamContent(new DrippingStream(_reached)) });
        using var client = Clients.Create(
            Clients.Options(Clients.Address("http://prometheus.example")) with { Timeout = _timeout }, handler, _time);

        var asked = client.AskAsync();
        await _reached.Task;
        _time.Advance(_timeout);
        var error = (await asked).Error!;

        Assert.Equal((PrometheusErrorKind.Timeout, 200), (error.Kind, error.HttpStatus));
        Assert.Equal("prometheus.example answered, but its answer did not end within 30 s.", error.Message);
    }

    [Fact]
    public async Task Query_Cancelled_EndsAtOnce()
    {
        await using var server = await HangingAsync(_ => Task.CompletedTask);
        using var client = Clients.Create(Clients.Options(server), _time);
        using var cancellation = new CancellationTokenSource();

        var asked = client.AskAsync(cancellation.Token);
        await _reached.Task;
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
    }

    [Fact]
    public async Task Query_CancelledBefore_SendsNothing()
    {
        await using var server = await LocalServer.AnsweringAsync(200, Clients.Vector(1));
        using var client = Clients.Create(Clients.Options(server));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.AskAsync(new CancellationToken(canceled: true)));

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Query_CancelledBetweenTries_EndsAtOnce()
    {
        using var cancellation = new CancellationTokenSource();
        // The first wait between tries is the only timer that is made after an answer.
        using var handler = new FakeHandler(_ =>
        {
            _reached.TrySetResult();
            return new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
        });
        using var client = Clients.Create(Clients.Options(Clients.Address("http://prometheus.example")), handler, _time);

        var asked = client.AskAsync(cancellation.Token);
        await _reached.Task;
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
        Assert.Equal(1, handler.Requests);
    }

    [Fact]
    public async Task Query_CancelledWhileACredentialIsDeaf_EndsAtOnce()
    {
        var never = new TaskCompletionSource<AccessToken>();
        using var client = Clients.Create(
            Clients.Options(Clients.Address("https://prometheus.example")) with { Credential = new FakeCredential { Instead = never.Task } },
            new FakeHandler(_ => new HttpResponseMessage()));
        using var cancellation = new CancellationTokenSource();

        var asked = client.AskAsync(cancellation.Token);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
    }

    [Fact]
    public async Task Query_CredentialThatTakesTooLong_IsAnError()
    {
        var never = new TaskCompletionSource<AccessToken>();
        var options = Clients.Options(Clients.Address("https://prometheus.example"));
        using var client = Clients.Create(
            options with { Credential = new FakeCredential { Instead = never.Task }, TokenTimeout = _timeout },
            new FakeHandler(_ => new HttpResponseMessage()),
            _time);

        var asked = client.AskAsync();
        _time.Advance(_timeout);
        var error = (await asked).Error!;

        Assert.Equal(PrometheusErrorKind.Credential, error.Kind);
        Assert.Contains("the credential did not answer in time", error.Message, StringComparison.Ordinal);
    }

    private Task<LocalServer> HangingAsync(Func<HttpContext, Task> begin) => LocalServer.StartAsync(async context =>
    {
        await begin(context);
        _reached.TrySetResult();
        var aborted = new TaskCompletionSource();
        await using var registration = context.RequestAborted.Register(aborted.SetResult);
        await aborted.Task;
    });

    /// <summary>One byte, then nothing.</summary>
    private sealed class DrippingStream(TaskCompletionSource empty) : Stream
    {
        private bool _dripped;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (!_dripped)
            {
                _dripped = true;
                buffer.Span[0] = (byte)'{';
                return 1;
            }

            empty.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return 0;
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
