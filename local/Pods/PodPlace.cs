using System.Net;
using System.Net.Sockets;

namespace KedaStack.Local.Pods;

/// <summary>
/// The name and the address of a replica, fixed before it exists, so that Prometheus can know it in time. The port is
/// bound without listening: on Linux the replica can listen on it all the same (both with SO_REUSEADDR), but nobody else
/// gets it.
/// </summary>
internal sealed class PodPlace : IDisposable
{
    private readonly Socket _reservation = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    /// <summary>Reserves a free port of the loopback address.</summary>
    /// <param name="ordinal">The number of the replica.</param>
    /// <param name="name">Its name.</param>
    public PodPlace(int ordinal, string name)
    {
        (Ordinal, Name) = (ordinal, name);
        _reservation.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        _reservation.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        Address = (IPEndPoint)_reservation.LocalEndPoint!;
    }

    /// <summary>The number of the replica, from 0 in the order in which they are made.</summary>
    public int Ordinal { get; }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Its address.</summary>
    public IPEndPoint Address { get; }

    /// <summary>Whether there is, or was, a replica.</summary>
    public bool IsTaken { get; set; }

    /// <summary>Makes way for the replica where the port cannot be kept for it: elsewhere than on Linux.</summary>
    public void MakeWay()
    {
        if (!OperatingSystem.IsLinux())
        {
            _reservation.Dispose();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _reservation.Dispose();
}
