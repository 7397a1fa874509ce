using System.Net;
using System.Net.Sockets;
using KedaStack.Local.Service;

namespace KedaStack.Tests.Local.Service;

/// <summary>Answers what it is sent, preceded by its name, once the client has ended its side.</summary>
internal sealed class LineServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly string _name;
    private readonly Task _gate;

    /// <param name="name">The name.</param>
    /// <param name="gate">Answers wait for it; null for nothing.</param>
    public LineServer(string name, Task? gate = null)
    {
        (_name, _gate) = (name, gate ?? Task.CompletedTask);
        _listener.Start();
        Endpoint = new ServiceEndpoint((IPEndPoint)_listener.LocalEndpoint);
        _ = AcceptAsync();
    }

    public ServiceEndpoint Endpoint { get; }

    public void Dispose() => _listener.Dispose();

    /// <summary>Sends a text through a Service and returns the answer.</summary>
    public static async Task<string> AskAsync(ServiceForwarder service, string text)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(service.Address);
        await using var stream = client.GetStream();
        await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(text));
        client.Client.Shutdown(SocketShutdown.Send);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = AnswerAsync(await _listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The end.
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using (client)
        await using (var stream = client.GetStream())
        {
            using var reader = new StreamReader(stream);
            var text = await reader.ReadToEndAsync();
            await _gate;
            await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(_name + text));
        }
    }
}
