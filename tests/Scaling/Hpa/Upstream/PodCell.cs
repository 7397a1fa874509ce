using System.Globalization;
using KedaStack.Scaling.Hpa.Readings;

namespace KedaStack.Tests.Scaling.Hpa.Upstream;

/// <summary>A pod as the upstream tables write it: <c>600/2000!h</c>, usage and request in thousandths and its flags.</summary>
internal static class PodCell
{
    /// <summary>0001 of Go's times; far from the end of the numbers, since windows are added to it.</summary>
    public const long YearOne = -62_135_596_800_000;

    /// <summary>Reads one pod.</summary>
    /// <param name="text">The cell.</param>
    /// <param name="place">Its place.</param>
    /// <param name="now">The time of the case.</param>
    public static PodMetric Read(string text, int place, long now)
    {
        if (text.StartsWith("gone:", StringComparison.Ordinal))
        {
            return new PodMetric { IsGone = true, UsageMilli = Number(text[5..]) };
        }

        var at = text.IndexOfAny(['!', 'h', 'c', 'P', 'F', 'S', 'D']);
        var flags = at < 0 ? "" : text[at..];
        var parts = text[..^flags.Length].Split('/');
        return new PodMetric
        {
            Name = FormattableString.Invariant($"test-pod-{place}"),
            Phase = Phase(flags),
            IsDeleted = flags.Contains('D'),
            IsReady = !flags.Contains('!'),
            ReadyChangedMilliseconds = YearOne,
            StartMilliseconds = flags.Contains('h') ? now : flags.Contains('c') ? now - 180_000 : YearOne,
            UsageMilli = parts[0] == "-" ? null : Number(parts[0]),
            MeasuredMilliseconds = YearOne,
            WindowMilliseconds = 60_000,
            RequestMilli = parts[1] == "-" ? 0 : Number(parts[1]),
            ContainerWithoutRequest = parts[1] == "-" ? "container1" : null,
        };
    }

    /// <summary>The phase that a flag stands for.</summary>
    /// <param name="flags">The flags.</param>
    public static PodPhase Phase(string flags) => flags.Contains('P') ? PodPhase.Pending
        : flags.Contains('F') ? PodPhase.Failed
        : flags.Contains('S') ? PodPhase.Succeeded
        : PodPhase.Running;

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
