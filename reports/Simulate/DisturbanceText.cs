using System.Globalization;
using KedaStack.Infra.Settings.Problems;
using KedaStack.Scaling.Quantities;
using KedaStack.Scaling.Simulation.Disturbances;

namespace KedaStack.Reports.Simulate;

/// <summary>Reads what goes wrong: <c>kind@begin+duration</c>, such as <c>metrics-outage@10m+5m</c>, with a detail after a colon.</summary>
internal static class DisturbanceText
{
    /// <summary>What a text has to look like, for help and error messages.</summary>
    public const string Expected =
        "metrics-outage@10m+5m (:6s, where KEDA waits for its answers), metrics-api-outage@10m+5m, scrape-gap@10m+5m, prometheus-restart@10m+1m (:loses-data), slow-start@5m+10m:60s (the extra delay) or crash-loop@5m+10m:2/30s (pods/uptime)";

    private const string LosesData = "loses-data";
    private static readonly string[] _kinds = ["metrics-outage", "metrics-api-outage", "scrape-gap", "prometheus-restart", "slow-start", "crash-loop"];
    private static readonly TimeSpan _uptime = TimeSpan.FromSeconds(10);

    /// <summary>Reads a text.</summary>
    /// <param name="option">The option that it is of.</param>
    /// <param name="text">The text.</param>
    /// <param name="problems">Gets what is wrong.</param>
    /// <returns>Null after a problem.</returns>
    public static Disturbance? Read(string option, string text, ICollection<SettingsProblem> problems)
    {
        var (kind, rest) = Split(text, '@');
        var (times, detail) = Split(rest, ':');
        var (begin, length) = Split(times, '+');
        if (!_kinds.Contains(kind))
        {
            var nearest = EditDistance.Nearest(kind, _kinds);
            problems.Add(SettingsProblem.Create(
                option, "is not a known disturbance", Quoted.Text(text), nearest is null ? $"write {Expected}" : $"did you mean {nearest}?"));
            return null;
        }

        if (PrometheusDuration.TryParse(length, out var taken) && taken == TimeSpan.Zero)
        {
            problems.Add(SettingsProblem.Create(option, "takes no time", Quoted.Text(text), $"write {Expected}"));
            return null;
        }

        var disturbance = PrometheusDuration.TryParse(begin, out var at) && PrometheusDuration.TryParse(length, out var duration)
            ? Of(kind, at, duration, detail)
            : null;
        if (disturbance is null)
        {
            problems.Add(SettingsProblem.Create(option, "is not kind@begin+duration, or has another detail", Quoted.Text(text), $"write {Expected}"));
        }

        return disturbance;
    }

    /// <summary>A disturbance in a few words.</summary>
    public static string Name(Disturbance disturbance) => disturbance switch
    {
        MetricsOutage { AnswerTime: var wait } when wait > TimeSpan.Zero => $"metrics outage, {PrometheusDuration.Format(wait)} an answer",
        MetricsOutage => "metrics outage",
        MetricsApiOutage => "metrics API outage",
        ScrapeGap => "scrape gap",
        PrometheusRestart { LosesData: true } => "Prometheus restart with loss of data",
        PrometheusRestart => "Prometheus restart",
        SlowStart slow => $"start {PrometheusDuration.Format(slow.ExtraDelay)} slower",
        PodCrashLoop loop => string.Create(CultureInfo.InvariantCulture, $"crash loop of {loop.Pods}, up for {PrometheusDuration.Format(loop.Uptime)}"),
        _ => throw new ArgumentOutOfRangeException(nameof(disturbance), disturbance, "A kind of disturbance has no name here."),
    };

    private static Disturbance? Of(string kind, TimeSpan at, TimeSpan duration, string detail) => (kind, detail) switch
    {
        ("metrics-outage", "") => new MetricsOutage(at, duration),
        ("metrics-outage", _) when PrometheusDuration.TryParse(detail, out var wait) => new MetricsOutage(at, duration, wait),
        ("metrics-api-outage", "") => new MetricsApiOutage(at, duration),
        ("scrape-gap", "") => new ScrapeGap(at, duration),
        ("prometheus-restart", "" or LosesData) => new PrometheusRestart(at, duration, detail == LosesData),
        ("slow-start", _) when PrometheusDuration.TryParse(detail, out var delay) => new SlowStart(at, duration, delay),
        ("crash-loop", "") => new PodCrashLoop(at, duration, 1, _uptime),
        ("crash-loop", _) => CrashLoop(at, duration, Split(detail, '/')),
        _ => null,
    };

    private static PodCrashLoop? CrashLoop(TimeSpan at, TimeSpan duration, (string Pods, string Uptime) detail)
    {
        var uptime = _uptime;
        var isDetail = int.TryParse(detail.Pods, NumberStyles.None, CultureInfo.InvariantCulture, out var pods)
            && (detail.Uptime.Length == 0 || PrometheusDuration.TryParse(detail.Uptime, out uptime));
        return isDetail ? new PodCrashLoop(at, duration, pods, uptime) : null;
    }

    private static (string Before, string After) Split(string text, char separator) =>
        text.IndexOf(separator, StringComparison.Ordinal) is >= 0 and var at
            ? (text[..at].Trim(), text[(at + 1)..].Trim())
            : (text.Trim(), "");
}
