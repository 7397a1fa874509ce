using System.Net;
using System.Net.Sockets;

namespace KedaStack.Tests.Sdks.Choice;

/// <summary>A port of the loopback address that refuses connections for as long as a test needs it.</summary>
internal sealed class ClosedPort : IDisposable
{
    private readonly Socket _bound = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    /// <summary>Takes a free port, and does not listen on it.</summary>
    public ClosedPort() => _bound.Bind(new IPEndPoint(IPAddress.Loopback, 0));

    public int Number => ((IPEndPoint)_bound.LocalEndPoint!).Port;

    public void Dispose() => _bound.Dispose();
}
