using System.Net;

namespace KedaStack.Local.Service;

/// <summary>A replica as the Service sees it.</summary>
/// <param name="address">Its address.</param>
internal sealed class ServiceEndpoint(IPEndPoint address)
{
    private long _connections;
    private int _open;

    /// <summary>Its address.</summary>
    public IPEndPoint Address { get; } = address;

    /// <summary>The connections that it was given so far.</summary>
    public long Connections => Interlocked.Read(ref _connections);

    /// <summary>The connections that are open.</summary>
    public int Open => Volatile.Read(ref _open);

    internal void Began()
    {
        Interlocked.Increment(ref _connections);
        Interlocked.Increment(ref _open);
    }

    internal void Ended() => Interlocked.Decrement(ref _open);
}
