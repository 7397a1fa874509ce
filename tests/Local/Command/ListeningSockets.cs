using System.Globalization;

namespace KedaStack.Tests.Local.Command;

/// <summary>Where a process listens, as Linux tells it.</summary>
internal static class ListeningSockets
{
    private const string Listening = "0A";
    private const string Loopback = "0100007F:";

    private static readonly string[] _kinds = ["tcp", "tcp6"];

    /// <summary>A run listens, itself and its processes, and on the loopback address only.</summary>
    public static void AssertLoopbackOnly(KedaStackProcess run)
    {
        var addresses = run.Children().Append(run.Id).SelectMany(Of).ToList();
        // The Service and a replica.
        Assert.True(addresses.Count >= 2, string.Join(", ", addresses));
        Assert.All(addresses, address => Assert.StartsWith(Loopback, address, StringComparison.Ordinal));
    }

    /// <summary>The addresses, in the kernel's own notation: <c>0100007F:1F90</c> is 127.0.0.1:8080. None for a process
    /// that has just ended.</summary>
    private static IReadOnlyList<string> Of(int processId)
    {
        try
        {
            return Read(processId);
        }
        catch (IOException)
        {
            return [];
        }
    }

    private static string[] Read(int processId)
    {
        var sockets = Directory.GetFiles($"/proc/{processId}/fd")
            .Select(file => new FileInfo(file).LinkTarget ?? "")
            .Where(target => target.StartsWith("socket:[", StringComparison.Ordinal))
            .Select(target => target["socket:[".Length..^1])
            .ToHashSet();
        return [.. _kinds
            .SelectMany(kind => File.ReadLines($"/proc/{processId.ToString(CultureInfo.InvariantCulture)}/net/{kind}").Skip(1))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(fields => fields[3] == Listening && sockets.Contains(fields[9]))
            .Select(fields => fields[1])];
    }
}
