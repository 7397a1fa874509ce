using System.Globalization;

namespace KedaStack.Local.Processes;

/// <summary>How many files and connections this process may have open at once.</summary>
internal static class FileDescriptors
{
    private const string Limits = "/proc/self/limits";
    private const string Row = "Max open files";

    // Measured: pipes and the output thread of a process, its connections to the Service, the probes and the scrapes.
    private const int PerReplica = 20;
    private const int Besides = 50;

    /// <summary>How many a run needs.</summary>
    /// <param name="replicas">The most replicas.</param>
    public static int Needed(int replicas) => Besides + (PerReplica * Math.Min(replicas, 10_000));

    /// <summary>How many there may be; null where the system does not say.</summary>
    public static int? Limit()
    {
        try
        {
            return OperatingSystem.IsLinux() ? Parse(File.ReadAllText(Limits)) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>What is wrong before a run; null when there are enough.</summary>
    /// <param name="replicas">The most replicas.</param>
    /// <param name="limit">How many there may be; null for nobody knows.</param>
    /// <exception cref="LocalRunException">There are too few for one replica.</exception>
    public static string? Warning(int replicas, int? limit)
    {
        if (limit is not { } most || most >= Needed(replicas))
        {
            return null;
        }

        var sentence = string.Create(
            CultureInfo.InvariantCulture,
            $"{most:#,0} open files are allowed (ulimit -n), and {replicas:#,0} {(replicas == 1 ? "replica needs" : "replicas need")} about {Needed(replicas):#,0}");
        return most >= Needed(1)
            ? string.Create(CultureInfo.InvariantCulture, $"{sentence}; with more of them than there is room for, replicas and load generators will not start: ulimit -n {Needed(replicas)}")
            : throw new LocalRunException(string.Create(CultureInfo.InvariantCulture, $"ulimit -n: {sentence}; run it after ulimit -n {Needed(replicas)}"));
    }

    /// <summary>The soft limit in the text of the kernel.</summary>
    internal static int? Parse(string limits)
    {
        var row = limits.Split('\n').FirstOrDefault(line => line.StartsWith(Row, StringComparison.Ordinal));
        var word = row?[Row.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        return long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) ? (int)Math.Min(limit, int.MaxValue) : null;
    }
}
