using System.Globalization;
using System.Text;

namespace KedaStack.Truth.Report;

/// <summary>The document of the accuracy, with its pictures and its numbers.</summary>
public static class AccuracyDocument
{
    /// <summary>The document's name in its folder.</summary>
    public const string FileName = "accuracy.md";

    /// <summary>The name of the numbers.</summary>
    public const string HeadlineName = "accuracy.json";

    /// <summary>The folder of the pictures.</summary>
    public const string PictureFolder = "images/accuracy";

    private static readonly string[] _shown = ["demo-1", "wave-3", "spike-4", "zero-1", "fallback-1", "behavior-11", "hands-max", "window-5m"];

    /// <summary>The loops that are shown as pictures: those of the newest versions, where they are there.</summary>
    /// <param name="loops">The loops.</param>
    public static IReadOnlyList<LoopResult> Shown(IReadOnlyList<LoopResult> loops) =>
    [
        .. _shown.Select(name => loops.Where(loop => loop.Name == name && loop.ClosedLoop.NotModelled is null).MaxBy(loop => loop.Pair, StringComparer.Ordinal))
            .OfType<LoopResult>(),
    ];

    /// <summary>The path of a loop's picture from the document.</summary>
    /// <param name="loop">The loop.</param>
    public static string Picture(LoopResult loop) => $"{PictureFolder}/{loop.Name}.svg";

    /// <summary>The sentence that the commands print beside their figures.</summary>
    /// <param name="headline">The numbers.</param>
    public static string Sentence(AccuracyHeadline headline) => string.Create(
        CultureInfo.InvariantCulture,
        $"Measured against {headline.SimulatedLoops} recorded loops of a real control plane: replica-seconds off by {headline.DeviationPercent:0.0#} % on average, "
            + $"the same steps in {headline.SimulatedLoopsAlike} of them (docs/accuracy.md).");

    /// <summary>The document.</summary>
    /// <param name="loops">The loops, in the order of their versions and names.</param>
    public static string Text(IReadOnlyList<LoopResult> loops)
    {
        var headline = AccuracyHeadline.Of(loops);
        var text = new StringBuilder();
        text.Append("# Accuracy\n\n");
        Headline(text, headline);
        NotModelled(text, loops);
        Levels(text, headline);
        Aim(text, loops, headline);
        Habits(text);
        Kinds(text, loops);
        Pictures(text, loops);
        Differences(text, loops);
        Rows(text, loops);
        return text.ToString();
    }

    private static void Headline(StringBuilder text, AccuracyHeadline headline) => text.Append(CultureInfo.InvariantCulture, $"""
        How close the model comes to a real control plane: kube-apiserver, the controllers, KEDA and Prometheus, all real and unchanged, recorded
        over 40 minutes a loop in two pairs of versions (Kubernetes 1.37.2 with KEDA 2.21.0; controllers of 1.35.4 with KEDA 2.20.2). The
        numbers are over the **{headline.Loops} loops** that were at hand; each has a row below.

        | Level | Alike | of |
        |---|---|---|
        | 1. `rate()`: from the stored samples and the query's time to the value that KEDA got, to 1e-9 | {headline.QueriesAlike:#,0} | {headline.Queries:#,0} queries |
        | 2. The decision: from what a sync of the HPA read to its proposal, count, reason, error and conditions | {headline.SyncsAlike:#,0} | {headline.Syncs:#,0} syncs |
        | 3. KEDA's loop: what a check changes ({headline.KedaChanges:#,0} changes), and whether it asks the triggers' sources or takes what the HPA's requests saw | {headline.ChecksAlike:#,0} | {headline.Checks:#,0} checks |
        | 4. The closed loop, given the load as it was handed out: the same sequence of counts, each step within one sync | {headline.SimulatedLoopsAlike:#,0} | {headline.SimulatedLoops:#,0} loops |
        | 4, given less: the script of the load alone | {headline.SimulatedLoopsAlikeByScript:#,0} | {headline.SimulatedLoops:#,0} loops |
        | 4, given more: also which of several pods of one age was taken away | {headline.SimulatedLoopsAlikeWithRemovals:#,0} | {headline.SimulatedLoops:#,0} loops |
        | 4, the syncs whose metric has no value (an HPA's first ones, outages): the same ones fail | {headline.FailedSyncsAlike:#,0} | {headline.FailedSyncs:#,0} syncs |
        | 4, with what nobody can be given drawn {ClosedLoops.ClosedLoopLevel.Draws} times: the recorded sequence comes up | {headline.SimulatedLoopsReached:#,0} | {headline.SimulatedLoops:#,0} loops |

        The simulated replica-seconds are off by **{headline.DeviationPercent:0.00} %** on average ({headline.DeviationByScriptPercent:0.00} % by the script alone, {headline.DeviationWithRemovalsPercent:0.00} % given
        which pods went); what is used instead of a model, the load divided by the threshold, is off by {headline.FormulaDeviationPercent:0.00} % on the same loops. Without the recorded phases and delays, over {ClosedLoops.ClosedLoopLevel.Seeds} seeds, the recorded
        replica-seconds lie in the interval of 95 % in {headline.LoopsInInterval} of {headline.SimulatedLoops} loops.


        """);

    private static void NotModelled(StringBuilder text, IReadOnlyList<LoopResult> loops)
    {
        var left = loops.Where(loop => loop.ClosedLoop.NotModelled is not null).ToArray();
        text.Append(CultureInfo.InvariantCulture, $"{left.Length} loops are not simulated:\n\n");
        foreach (var why in left.GroupBy(loop => loop.ClosedLoop.NotModelled!).OrderBy(why => why.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"- {why.Key}: {string.Join(", ", why.Select(loop => $"{loop.Pair}/{loop.Name}"))}\n");
        }

        text.Append('\n');
    }

    private static void Levels(StringBuilder text, AccuracyHeadline headline)
    {
        var (alikePerDraw, simulated, reached) = (headline.SimulatedLoopsAlikePerDraw, headline.SimulatedLoops, headline.SimulatedLoopsReached);
        text.Append(CultureInfo.InvariantCulture, $"""
            ## What was measured, and what was not

            Levels 1 to 3 take each query, sync and check for itself, from what was recorded right before it; level 3 is over all loops with a ScaledObject, whatever
            its triggers. In level 4 the simulator gets the load, the
            settings, the faults and the hands of the scenario, the drawn delays of the pods and the phases (syncs, checks, each target's scrapes), and
            has to produce the replicas of 40 minutes by itself. Of other triggers it gets a queue's length, which nothing of the loop changes; the windows of
            cron it computes.

            The load was not handed out continuously but in lots, about 101 ms apart, to all loops of a run at the same moments. That is known from the
            counters of all offered requests, of which every loop has one (the times are kept in `recordings/lots`), and counts here as the load that was
            offered. Where a load is a multiple of the threshold, as in most of these scenarios, one request more or less in a pod's counter decides over
            a replica, and a window of 5 minutes keeps what it decided. By the script alone, with the moments drawn, such a decision is a toss of a coin.

            Two things nobody can be given. Which of several pods of about one age a ReplicaSet takes away follows from random UIDs: on a steep slope the
            pod that stays decides by the place of its scrapes how much of the slope is seen. And the counters tell the moment of a lot to 1 or 2 ms only,
            while a lot that is handed out in the few milliseconds in which a pod is scraped, told Ready or deleted is a request more or less. So each
            loop was simulated once more with the recorded removals, and {ClosedLoops.ClosedLoopLevel.Draws} times with other UIDs and each lot moved by up to 2 ms: in one such
            draw {alikePerDraw} of {simulated} loops have the recorded sequence on average, and in {reached} it comes up in one draw at least.

            Not measured: real nodes (pods were marked Running and Ready after a drawn delay), a real network, other loads on the control plane, and the
            ingestion delay of a managed Prometheus. `kedastack local` measures the app; nothing here measures Azure.

            To measure again: `dotnet run -c Release --project benchmarks -- accuracy`, over the folder that `KEDASTACK_RECORDINGS` names, else over
            `../shared/recordings`, else over [the repository's own copy](../recordings/README.md).


            """);
    }

    private static void Aim(StringBuilder text, IReadOnlyList<LoopResult> loops, AccuracyHeadline headline)
    {
        var simulated = loops.Select(loop => loop.ClosedLoop).Where(loop => loop.NotModelled is null).ToArray();
        var (all, parted) = (simulated.Length, simulated.Count(loop => !loop.IsAlike));
        var (byRemovals, byARequest) = (simulated.Count(loop => loop.PartsByRemovals), simulated.Count(loop => loop.PartsByARequest));
        text.Append(CultureInfo.InvariantCulture, $"""
            ## What was aimed at, and what is reached

            The aim was the same steps in 85 of 100 loops, and replica-seconds that are 0.5 % off on average. The replica-seconds are {headline.DeviationPercent:0.00} % off with
            the load alone. The steps are the same in {headline.SimulatedLoopsAlike} of {all} loops ({Share(headline.SimulatedLoopsAlike)}) with the load alone, and in {headline.SimulatedLoopsAlikeWithRemovals} ({Share(headline.SimulatedLoopsAlikeWithRemovals)}) when it is also
            given which pods went: only with that much given is the aim of 85 % reached. Of the {parted} loops that part, {byRemovals} do so only because a ReplicaSet took
            another of several pods of one age, and {byARequest} because at one sync a request more or less in the pods' counters is on the other side of a
            boundary; {parted - byRemovals - byARequest} otherwise, as is told below. No rule of the model is known to be behind any of them. Drawn anew, UIDs and lots give
            {headline.SimulatedLoopsAlikePerDraw} loops on average ({Share((double)headline.SimulatedLoopsAlikePerDraw)}), so that more than about that cannot be aimed at without the removals.


            """);

        string Share(double loopsAlike) => AccuracyRow.Percent(all == 0 ? 0 : loopsAlike / all);
    }

    private static void Habits(StringBuilder text) => text.Append("""
        ## Habits of a real controller

        | Habit | Seen | In the model |
        |---|---|---|
        | Syncs drift by their length | 15.003 to 15.04 s apart in all loops, half of them less than 15.013 s | yes: `--sync-duration`, 250 ms unless told otherwise |
        | Syncs that wait for their query are slow, and the informer's resync brings them back to 15 s | outage-slow in both pairs: 6 s a sync, at first 21 s apart, then 15.0 s; two of 40 such syncs missed the resync. Short ones, too: behavior-15 (1.35) from 1419 to 1794 s | yes, of syncs longer than a second: `--disturb metrics-outage@10m+5m:6s` |
        | All HPAs go through one queue, five at a time | not: over 90 HPAs a run, with syncs of 13 ms, never waited. The rule is upstream's (horizontal.go, processNextWorkItem; pull request 108501), its effect as in issue 96242 of kubernetes/kubernetes (130 HPAs, 2 s a query, 260 s apart) | yes: `--hpas` |
        | KEDA cuts the time of a query to a whole second | every query | yes |
        | Prometheus knows a pod some seconds after it was made | of pods that were Ready when their turn came 2 s to 6 s after they were made, 16 of 47 were not known yet, of later ones 2 of over 800 | yes: 0 s to 10 s, drawn; in level 4 given by the first sample |
        | An HPA's first syncs fail | in 18 loops. In 12 a query without a result is an error (`ignoreNullValues: false`) until a pod was scraped twice; in 6 the resource metrics API has no pod yet | the 12, sync by sync (table above); cpu is not simulated |
        | They fail because nobody serves the external metrics API yet | in no loop, since KEDA ran before; its answer was recorded with the adapter stopped, and what a failed metric does to the HPA is part of level 2 | yes: `--disturb metrics-api-outage@0s+1m` |

        Not in the model: the limit of the controller's own requests per second, which counts above some hundred HPAs, and checks of KEDA that
        take longer because their queries wait.


        """);

    private static void Kinds(StringBuilder text, IReadOnlyList<LoopResult> loops)
    {
        text.Append("## By kind of load\n\n| Kind | Loops | Same steps | By the script | With removals | Off by on average | By the script | With removals | The formula | In the interval |\n|---|---|---|---|---|---|---|---|---|---|\n");
        foreach (var kind in loops.Where(loop => loop.ClosedLoop.NotModelled is null).GroupBy(loop => loop.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal))
        {
            var closed = kind.Select(loop => loop.ClosedLoop).ToArray();
            text.Append(CultureInfo.InvariantCulture, $"| {kind.Key} | {closed.Length} | {closed.Count(loop => loop.IsAlike)} | {closed.Count(loop => loop.IsAlikeByScript)} | {closed.Count(loop => loop.IsAlikeWithRemovals)} | {AccuracyRow.Percent(closed.Average(loop => loop.Deviation))} | {AccuracyRow.Percent(closed.Average(loop => loop.DeviationByScript))} | {AccuracyRow.Percent(closed.Average(loop => loop.DeviationWithRemovals))} | {AccuracyRow.Percent(closed.Average(loop => loop.FormulaDeviation))} | {closed.Count(loop => loop.IsInInterval)} |\n");
        }

        text.Append('\n');
    }

    private static void Pictures(StringBuilder text, IReadOnlyList<LoopResult> loops)
    {
        text.Append("## Some loops\n\n");
        foreach (var loop in Shown(loops))
        {
            text.Append(CultureInfo.InvariantCulture, $"![Replicas of {loop.Pair}/{loop.Name}, recorded and simulated]({Picture(loop)})\n\n");
        }
    }

    private static void Differences(StringBuilder text, IReadOnlyList<LoopResult> loops)
    {
        text.Append("## Where a loop parts\n\nThe first sync, or check, that decides otherwise, of the run that was given which pods went, too:\n\n");
        foreach (var loop in loops.Where(loop => loop.ClosedLoop.FirstDifference is not null))
        {
            text.Append(CultureInfo.InvariantCulture, $"- {loop.Pair}/{loop.Name}: {loop.ClosedLoop.FirstDifference}\n");
        }

        foreach (var loop in loops)
        {
            foreach (var check in loop.Checks.Different)
            {
                text.Append(CultureInfo.InvariantCulture, $"- {loop.Pair}/{loop.Name}, level 3 at {check.AtMilliseconds / 1000.0:0.0} s: {check.What} {check.Recorded} recorded, {check.Computed} in the model\n");
            }
        }

        text.Append('\n');
    }

    private static void Rows(StringBuilder text, IReadOnlyList<LoopResult> loops)
    {
        text.Append("## Each loop\n\n").Append(AccuracyRow.Head);
        foreach (var loop in loops)
        {
            text.Append(AccuracyRow.Of(loop)).Append('\n');
        }
    }
}
