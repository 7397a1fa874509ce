using System.Text.RegularExpressions;

namespace KedaStack.Scaling.Simulation.Load.Recorded;

/// <summary>What names say of values: units by the words that exporters and monitoring systems use.</summary>
public static partial class LoadUnits
{
    private static readonly (string Word, LoadUnit Unit)[] _words =
    [
        ("req/s", LoadUnit.PerSecond), ("req/min", LoadUnit.PerMinute), ("req/h", LoadUnit.PerHour), ("count", LoadUnit.Count), ("counter", LoadUnit.Counter),
    ];

    /// <summary>The words for the units, as an option takes them.</summary>
    public static string Expected { get; } = "req/s, req/min, req/h, count or counter";

    /// <summary>The unit of a word such as <c>req/min</c>; null for another word.</summary>
    public static LoadUnit? Parse(string word) => _words.Where(one => one.Word == word).Select(one => (LoadUnit?)one.Unit).FirstOrDefault();

    /// <summary>The word for a unit.</summary>
    public static string Word(LoadUnit unit) => Array.Find(_words, one => one.Unit == unit).Word;

    /// <summary>What the name of a column or series says of its unit; null when it says nothing.</summary>
    /// <param name="name">Such as <c>requests_per_minute</c> or <c>increase(http_requests_total[1m])</c>; what stands in braces are labels, and says nothing.</param>
    public static LoadUnit? OfName(string name)
    {
        var words = Words(name);
        return words.Contains(" rate ", StringComparison.Ordinal) || words.Contains(" irate ", StringComparison.Ordinal) ? LoadUnit.PerSecond
            : PerMinute().IsMatch(words) ? LoadUnit.PerMinute
            : PerHour().IsMatch(words) ? LoadUnit.PerHour
            : PerSecond().IsMatch(words) ? LoadUnit.PerSecond
            : words.Contains(" increase ", StringComparison.Ordinal) ? LoadUnit.Count
            : CounterName().IsMatch(words) ? LoadUnit.Counter
            : CountName().IsMatch(words) ? LoadUnit.Count
            : null;
    }

    /// <summary>What the name of a column says that its values are, where that is no load, such as <c>a time in milliseconds</c>; null otherwise.</summary>
    public static string? NoLoad(string name)
    {
        var words = Words(name);
        return OfName(name) is not null ? null
            : Milliseconds().IsMatch(words) ? "a time in milliseconds"
            : Latency().IsMatch(words) ? "a time"
            : Bytes().IsMatch(words) ? "a number of bytes"
            : name.Contains('%', StringComparison.Ordinal) || Share().IsMatch(words) ? "a share"
            : null;
    }

    // Lower-case words with a blank before and after each, those of camel case apart.
    private static string Words(string name)
    {
        var plain = Labels().Replace(name, " ").Replace("/", " per ", StringComparison.Ordinal);
        return $" {NotAWord().Replace(CamelCase().Replace(plain, "$1 $2"), " ").Trim().ToLowerInvariant()} ";
    }

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.CultureInvariant)]
    private static partial Regex Labels();

    [GeneratedRegex("([a-z])([A-Z])", RegexOptions.CultureInvariant)]
    private static partial Regex CamelCase();

    [GeneratedRegex("[^A-Za-z0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex NotAWord();

    [GeneratedRegex(" per (m|min|mins|minute|minutes) | (rpm|qpm|rpmin|perminute) | increase .*1m ", RegexOptions.CultureInvariant)]
    private static partial Regex PerMinute();

    [GeneratedRegex(" per (h|hr|hour|hours) | (rph|qph|perhour) | increase .*(1h|60m) ", RegexOptions.CultureInvariant)]
    private static partial Regex PerHour();

    [GeneratedRegex(" per (s|sec|secs|second|seconds) | (rps|qps|tps|reqps|persecond) ", RegexOptions.CultureInvariant)]
    private static partial Regex PerSecond();

    [GeneratedRegex(@"\S total $| (counter|cumulative|cumulated) | (seconds|bytes|milliseconds) count $", RegexOptions.CultureInvariant)]
    private static partial Regex CounterName();

    [GeneratedRegex(" (count|counts|invocations|invocation|hits|sum) ", RegexOptions.CultureInvariant)]
    private static partial Regex CountName();

    [GeneratedRegex(" (ms|msec|millis|milliseconds|millisecond) ", RegexOptions.CultureInvariant)]
    private static partial Regex Milliseconds();

    [GeneratedRegex(" (latency|duration|elapsed|response time|responsetime|p50|p90|p95|p99) ", RegexOptions.CultureInvariant)]
    private static partial Regex Latency();

    [GeneratedRegex(" (bytes|byte|kb|mb|kib|mib|gib) ", RegexOptions.CultureInvariant)]
    private static partial Regex Bytes();

    [GeneratedRegex(" (percent|percentage|cpu|utilization) ", RegexOptions.CultureInvariant)]
    private static partial Regex Share();
}

/// <summary>What the values of a recording are.</summary>
public enum LoadUnit
{
    /// <summary>Requests per second, from the row's time until the next row's.</summary>
    PerSecond,

    /// <summary>Requests per minute.</summary>
    PerMinute,

    /// <summary>Requests per hour.</summary>
    PerHour,

    /// <summary>How many requests came between the row's time and the next row's.</summary>
    Count,

    /// <summary>How many requests have come since some beginning; a value below the one before begins anew at 0, as after a restart.</summary>
    Counter,
}
