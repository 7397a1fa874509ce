using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace KedaStack.Local.Service;

/// <summary>
/// The Service: gives each new connection to one of the ready endpoints, drawn evenly, as the dataplane of the cluster
/// does (Cilium's and kube-proxy's default; neither takes turns), and passes on its bytes. An endpoint that leaves gets no
/// new connections; those that it has go on. One difference: without any endpoint the cluster refuses a connection, here
/// it is accepted and reset at once. Listens on the loopback address only.
/// </summary>
internal sealed class ServiceForwarder : IAsyncDisposable
{
    private const int Backlog = 4096;
    private const int BufferBytes = 8192;

    private static readonly TimeSpan _busy = TimeSpan.FromMilliseconds(50);

    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly ConcurrentDictionary<Socket, byte> _sockets = new();
    private readonly Lock _gate = new();
    private readonly Random _random;
    private readonly Task _accepting;
    private volatile ServiceEndpoint[] _endpoints = [];
    private volatile bool _isStopped;
    private long _completed;
    private long _refused;

    /// <summary>Listens on a free port of the loopback address.</summary>
    /// <param name="seed">The seed of the choice among the endpoints.</param>
    public ServiceForwarder(int seed)
    {
        _random = new Random(seed);
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen(Backlog);
        Address = (IPEndPoint)_listener.LocalEndPoint!;
        _accepting = AcceptAsync();
    }

    /// <summary>Where it listens.</summary>
    public IPEndPoint Address { get; }

    /// <summary>The connections that both sides ended well.</summary>
    public long Completed => Interlocked.Read(ref _completed);

    /// <summary>The connections that found no endpoint.</summary>
    public long Refused => Interlocked.Read(ref _refused);

    /// <summary>The endpoints that get new connections.</summary>
    public IReadOnlyList<ServiceEndpoint> Endpoints => _endpoints;

    /// <summary>An endpoint became ready; without effect when it is one already.</summary>
    public void Add(ServiceEndpoint endpoint)
    {
        lock (_gate)
        {
            _endpoints = [.. _endpoints.Where(other => other != endpoint), endpoint];
        }
    }

    /// <summary>An endpoint is not ready any more; without effect when it is none.</summary>
    public void Remove(ServiceEndpoint endpoint)
    {
        lock (_gate)
        {
            _endpoints = [.. _endpoints.Where(other => other != endpoint)];
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _isStopped = true;
        _listener.Dispose();
        await _accepting;
        foreach (var socket in _sockets.Keys)
        {
            socket.Dispose();
        }
    }

    private async Task AcceptAsync()
    {
        while (!_isStopped)
        {
            try
            {
                _ = ForwardAsync(await _listener.AcceptAsync());
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
            {
                // The client was gone already, or this is the end; or there are too many open files, which takes its time.
                if (exception is SocketException { SocketErrorCode: SocketError.TooManyOpenSockets })
                {
                    await Task.Delay(_busy);
                }
            }
        }
    }

    private async Task ForwardAsync(Socket client)
    {
        _sockets.TryAdd(client, 0);
        try
        {
            var (server, endpoint) = await ConnectAsync();
            if (server is null)
            {
                Interlocked.Increment(ref _refused);
                Reset(client);
                return;
            }

            await PassOnAsync(client, server, endpoint!);
        }
        finally
        {
            _sockets.TryRemove(client, out _);
            client.Dispose();
        }
    }

    // No byte was read yet, so that another endpoint can be tried when one has just died.
    private async Task<(Socket? Server, ServiceEndpoint? Endpoint)> ConnectAsync()
    {
        for (var candidates = _endpoints; candidates.Length > 0 && !_isStopped;)
        {
            var endpoint = candidates[Draw(candidates.Length)];
            Socket? server = null;
            try
            {
                server = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                await server.ConnectAsync(endpoint.Address);
                return (server, endpoint);
            }
            catch (SocketException)
            {
                server?.Dispose();
                candidates = [.. candidates.Where(other => other != endpoint)];
            }
        }

        return (null, null);
    }

    private async Task PassOnAsync(Socket client, Socket server, ServiceEndpoint endpoint)
    {
        _sockets.TryAdd(server, 0);
        endpoint.Began();
        try
        {
            client.NoDelay = true;
            var answer = PumpAsync(server, client);
            if (await PumpAsync(client, server) & await answer)
            {
                Interlocked.Increment(ref _completed);
            }
        }
        finally
        {
            endpoint.Ended();
            _sockets.TryRemove(server, out _);
            server.Dispose();
        }
    }

    /// <summary>Passes on one direction to its end, and the end, too; false when it broke.</summary>
    private static async Task<bool> PumpAsync(Socket from, Socket to)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            int length;
            while ((length = await from.ReceiveAsync(buffer)) > 0)
            {
                for (var sent = 0; sent < length;)
                {
                    sent += await to.SendAsync(buffer.AsMemory(sent, length - sent));
                }
            }

            End(to);
            return true;
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The other side learns of it at once, which ends the other direction, too.
            Reset(to);
            return false;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static void End(Socket socket)
    {
        try
        {
            socket.Shutdown(SocketShutdown.Send);
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // It has ended already.
        }
    }

    private static void Reset(Socket socket)
    {
        try
        {
            socket.LingerState = new LingerOption(true, 0);
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // It has ended already.
        }

        socket.Dispose();
    }

    private int Draw(int bound)
    {
        lock (_gate)
        {
            return _random.Next(bound);
        }
    }
}
