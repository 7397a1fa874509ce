using System.Net;
using System.Net.Sockets;

namespace KedaStack.Local.Benchmarks;

/// <summary>Answers every connection with the same few bytes once something has come, and closes it.</summary>
internal sealed class Responder : IDisposable
{
    private static readonly byte[] _answer = "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nConnection: close\r\n\r\nok\n"u8.ToArray();

    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public Responder()
    {
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen(4096);
        Address = (IPEndPoint)_listener.LocalEndPoint!;
        _ = AcceptAsync();
    }

    public IPEndPoint Address { get; }

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = AnswerAsync(await _listener.AcceptAsync());
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The end.
        }
    }

    private static async Task AnswerAsync(Socket client)
    {
        using (client)
        {
            client.NoDelay = true;
            await client.ReceiveAsync(new byte[1024]);
            await client.SendAsync(_answer);
            client.Shutdown(SocketShutdown.Send);
            await client.ReceiveAsync(new byte[16]);
        }
    }
}
