using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace KedaStack.Local.Benchmarks;

/// <summary>Opens connections by the clock, however slowly they are answered, each with one request.</summary>
internal static class OpenLoopClient
{
    private static readonly byte[] _request = "GET / HTTP/1.1\r\nHost: bench\r\nConnection: close\r\n\r\n"u8.ToArray();
    private static readonly TimeSpan _tick = TimeSpan.FromMilliseconds(1);

    /// <summary>Runs at a rate.</summary>
    /// <returns>The latencies in milliseconds, ascending, from the connection to the end of the answer, and the failures.</returns>
    public static async Task<(double[] Milliseconds, int Failed)> RunAsync(IPEndPoint target, int perSecond, TimeSpan duration)
    {
        var count = (int)(perSecond * duration.TotalSeconds);
        var requests = new Task<double>[count];
        var began = Stopwatch.GetTimestamp();
        for (var sent = 0; sent < count;)
        {
            var due = (int)(Stopwatch.GetElapsedTime(began).TotalSeconds * perSecond);
            for (; sent < Math.Min(due, count); sent++)
            {
                requests[sent] = RequestAsync(target);
            }

            await Task.Delay(_tick);
        }

        var latencies = await Task.WhenAll(requests);
        return ([.. latencies.Where(latency => latency >= 0).Order()], latencies.Count(latency => latency < 0));
    }

    private static async Task<double> RequestAsync(IPEndPoint target)
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(target);
            await socket.SendAsync(_request);
            var buffer = new byte[1024];
            var received = 0;
            int length;
            while ((length = await socket.ReceiveAsync(buffer)) > 0)
            {
                received += length;
            }

            return received > 0 ? Stopwatch.GetElapsedTime(began).TotalMilliseconds : -1;
        }
        catch (SocketException)
        {
            return -1;
        }
    }
}
