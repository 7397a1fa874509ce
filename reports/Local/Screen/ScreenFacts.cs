using System.Globalization;
using KedaStack.Local.Comparison;
using KedaStack.Local.Watching;
using KedaStack.Resources.Writing;

namespace KedaStack.Reports.Local.Screen;

/// <summary>
/// The state of a run in lines that always are as many, so that nothing below them moves. What is less important is last
/// in its line, and left out where there is no room.
/// </summary>
internal static class ScreenFacts
{
    /// <summary>From this width on a reason needs one line.</summary>
    private const int RoomyColumns = 80;

    private const int LabelColumns = 10;
    private const string Between = ", ";
    private const string Left = " ..";
    private const string Indent = "  ";

    private static readonly CultureInfo _culture = CultureInfo.InvariantCulture;

    /// <summary>The lines.</summary>
    /// <param name="plan">What was asked for.</param>
    /// <param name="snapshot">The run now.</param>
    /// <param name="columns">The width.</param>
    public static IEnumerable<ScreenLine> Lines(LocalRunPlan plan, LocalSnapshot snapshot, int columns)
    {
        var reasonLines = columns < RoomyColumns ? 2 : 1;
        yield return new ScreenLine(Fit("", Header(plan, snapshot), "   ", columns), ScreenStyle.Strong);
        yield return new ScreenLine(Fit("Load", Load(snapshot), Between, columns));
        yield return new ScreenLine(
            Fit("Query", Query(plan, snapshot), Between, columns),
            snapshot.LastSync is { MetricError: not null } or { IsFallback: true } ? ScreenStyle.Warning : ScreenStyle.Plain);
        yield return new ScreenLine(Fit("Replicas", Replicas(plan, snapshot), Between, columns));
        var decision = snapshot.LastDecision is { } last
            ? string.Create(_culture, $"{Time(last.Time)}  {last.Decision.From} -> {last.Decision.To}: {last.Reason}")
            : "none yet";
        var sync = snapshot.LastSync is { } latest ? $"{Time(latest.Time)}  {latest.Reason}" : "none yet";
        foreach (var line in Wrap("Decision", decision, columns, reasonLines).Concat(Wrap("Sync", sync, columns, reasonLines)))
        {
            yield return new ScreenLine(line);
        }

        yield return new ScreenLine(
            Cut(snapshot.Metrics.Text, columns), snapshot.Metrics.IsAnswering ? ScreenStyle.Quiet : ScreenStyle.Warning);
    }

    /// <summary>As many of the parts as fit, cut off if not even the first does.</summary>
    public static string Fit(string label, IEnumerable<string> parts, string between, int columns)
    {
        var line = Label(label);
        var isFirst = true;
        foreach (var part in parts)
        {
            var longer = line + (isFirst ? "" : between) + part;
            if (longer.Length > columns)
            {
                return isFirst ? Cut(longer, columns) : line;
            }

            (line, isFirst) = (longer, false);
        }

        return line;
    }

    /// <summary>A text for one line: without what a terminal would take for a command, and cut off after a word where there is no room.</summary>
    public static string Cut(string text, int columns)
    {
        var plain = string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));
        if (plain.Length <= columns || columns <= Left.Length)
        {
            return plain[..Math.Min(plain.Length, columns)];
        }

        var blank = plain.LastIndexOf(' ', columns - Left.Length);
        return plain[..(blank > 0 ? blank : columns - Left.Length)].TrimEnd() + Left;
    }

    private static IEnumerable<string> Header(LocalRunPlan plan, LocalSnapshot snapshot)
    {
        yield return snapshot.Phase.ToString();
        yield return plan.Duration is { } duration ? $"{Time(snapshot.Time)} of {Time(duration)}" : Time(snapshot.Time);
        yield return plan.TrafficName;
        if (plan.Speed != 1)
        {
            yield return string.Create(_culture, $"speed {plan.Speed}");
        }

        yield return "kedastack local";
    }

    private static IEnumerable<string> Load(LocalSnapshot snapshot)
    {
        yield return $"{Rate(snapshot.OfferedMilli)} req/s offered";
        yield return $"{Rate(snapshot.ServedMilli)} served";
        var added = snapshot.AddedGenerators == 0 ? "" : string.Create(_culture, $" ({snapshot.AddedGenerators:+0;-0} by hand)");
        yield return string.Create(_culture, $"{snapshot.LoadGenerators} generator{(snapshot.LoadGenerators == 1 ? "" : "s")}{added}");
    }

    private static IEnumerable<string> Query(LocalRunPlan plan, LocalSnapshot snapshot)
    {
        if (snapshot.LastSync is not { } sync)
        {
            yield return "none yet";
            yield break;
        }

        if (sync.MetricError is { } error)
        {
            yield return error;
            yield break;
        }

        yield return $"{Rate(sync.PerReplicaMilli)} of {Shown.Number(snapshot.TargetMilli / 1000m)} per replica";
        yield return $"{Rate(sync.MetricMilli)} req/s in all{(sync.IsFallback ? " by KEDA's fallback" : "")}";
        if (ScalingTarget.Band(plan) is { } band)
        {
            yield return $"{Shown.Number(band.LowestMilli / 1000m)} to {Shown.Number(band.HighestMilli / 1000m)} changes nothing";
        }
    }

    private static IEnumerable<string> Replicas(LocalRunPlan plan, LocalSnapshot snapshot)
    {
        yield return string.Create(_culture, $"{snapshot.ReadyReplicas} ready");
        yield return string.Create(_culture, $"{snapshot.SpecReplicas} desired");
        yield return string.Create(_culture, $"{snapshot.CreatedReplicas} created");
        foreach (var group in snapshot.Pods.Where(pod => pod.State != LocalPodState.Ready).GroupBy(pod => pod.State).OrderBy(group => group.Key))
        {
            yield return string.Create(_culture, $"{group.Count()} {StateText(group.Key)}");
        }

        yield return string.Create(_culture, $"{plan.Settings.MinReplicaCount} to {plan.Settings.MaxReplicaCount} allowed");
    }

    private static string StateText(LocalPodState state) => state switch
    {
        LocalPodState.Starting => "starting",
        LocalPodState.NotReady => "not ready",
        LocalPodState.BackOff => "in back-off",
        LocalPodState.Terminating => "terminating",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "The state must be one that is not Ready."),
    };

    private static string[] Wrap(string label, string text, int columns, int lines)
    {
        var wrapped = new string[lines];
        var rest = text;
        for (var i = 0; i < lines; i++)
        {
            var start = i == 0 ? Label(label) : Indent;
            var room = Math.Max(1, columns - start.Length);
            var space = rest.Length > room && i < lines - 1 ? rest.LastIndexOf(' ', room) : -1;
            wrapped[i] = Cut((start + (space > 0 ? rest[..space] : rest)).TrimEnd(), columns);
            rest = space > 0 ? rest[(space + 1)..] : "";
        }

        return wrapped;
    }

    private static string Label(string label) => label.Length == 0 ? "" : label.PadRight(LabelColumns);

    private static string Rate(long? milli) => milli is { } known ? (known / 1000m).ToString("0.0", _culture) : Shown.Nothing;

    private static string Time(TimeSpan time) => Shown.Time((long)time.TotalMilliseconds);
}
