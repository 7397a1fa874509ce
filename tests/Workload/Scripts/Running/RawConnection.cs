using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace KedaStack.Tests.Workload.Scripts.Running;

/// <summary>A client that sends exactly the bytes it is given; HttpClient would mend or retry them.</summary>
internal sealed class RawConnection : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly byte[] _chunk = new byte[16 * 1024];
    private readonly StringBuilder _unread = new();

    public RawConnection(int port)
    {
        try
        {
            _socket.ReceiveTimeout = (int)Eventually.Deadline.TotalMilliseconds;
            _socket.NoDelay = true;
            _socket.Connect(IPAddress.Loopback, port);
        }
        catch
        {
            _socket.Dispose();
            throw;
        }
    }

    public void Send(string text) => Send(Encoding.Latin1.GetBytes(text));

    public void Send(byte[] bytes)
    {
        for (var sent = 0; sent < bytes.Length;)
        {
            sent += _socket.Send(bytes.AsSpan(sent));
        }
    }

    public RawResponse Request(string method, string path, string body = "", string headers = "")
    {
        Send($"{method} {path} HTTP/1.1\r\nHost: test\r\nContent-Length: {body.Length}\r\n{headers}\r\n{body}");
        return ReadResponse(method != "HEAD");
    }

    public RawResponse ReadResponse(bool hasBody = true)
    {
        var lines = ReadUntilBlankLine().Split("\r\n");
        var status = int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture);
        var headers = lines.Skip(1).Select(line => line.Split(": ", 2)).ToDictionary(h => h[0].ToLowerInvariant(), h => h[1]);
        var length = hasBody ? int.Parse(headers["content-length"], CultureInfo.InvariantCulture) : 0;
        while (_unread.Length < length)
        {
            Receive();
        }

        return new RawResponse(status, headers, Take(length));
    }

    /// <summary>True when the server has closed its side and nothing is left to read.</summary>
    public bool IsAtEnd() => _unread.Length == 0 && _socket.Receive(_chunk) == 0;

    /// <summary>Closes with a reset, as a client that is killed does.</summary>
    public void Reset()
    {
        _socket.LingerState = new LingerOption(true, 0);
        _socket.Close();
    }

    public void Dispose() => _socket.Dispose();

    private string ReadUntilBlankLine()
    {
        while (true)
        {
            var end = _unread.ToString().IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end >= 0)
            {
                var head = Take(end);
                Take(4);
                return head;
            }

            Receive();
        }
    }

    private void Receive()
    {
        var count = _socket.Receive(_chunk);
        if (count == 0)
        {
            throw new EndOfStreamException($"The server closed the connection after: {_unread}");
        }

        _unread.Append(Encoding.Latin1.GetString(_chunk, 0, count));
    }

    private string Take(int length)
    {
        var text = _unread.ToString(0, length);
        _unread.Remove(0, length);
        return text;
    }
}
