using System.Globalization;
using KedaStack.Scaling.Tuning;
using KedaStack.Scaling.Tuning.Choice;

namespace KedaStack.Reports.Tune;

/// <summary>Why some settings are recommended, in sentences.</summary>
internal static class TuneReasons
{
    /// <summary>The rule, with its numbers.</summary>
    public static string Rule(TuneReport report)
    {
        var unmet = report.Problem.MaxUnmetShare is { } share
            ? $"at most {ShownFigures.Percent(share)} of the requests unmet (--max-unmet)"
            : $"at most {ShownFigures.Percent(TuningBounds.TolerableShare)} of the requests more unmet than with those that leave the fewest";
        var flaps = report.Problem.MaxFlaps is { } most
            ? $"at most {ShownFigures.CountFlaps(most)} (--max-flaps)"
            : "at most one flap more than with today's settings";
        var each = report.Traffics.Count > 1 ? ", for each load" : "";
        return $"Rule: of the settings with {unmet} and {flaps}{each} ({Bounds(report)}), those with the fewest replica-hours; a change that saves less than 1 % of them is left out.";
    }

    /// <summary>What the recommended settings do against today's.</summary>
    public static string Comparison(TuningResult result)
    {
        var (before, after) = (result.Today.Total, result.Recommended.Total);
        return $"Against today's settings: unmet requests {ShownFigures.Unmet(before)} -> {ShownFigures.Unmet(after)}, "
            + $"replica-hours {ShownFigures.Hours(before.ReplicaHours)} -> {ShownFigures.Hours(after.ReplicaHours)} "
            + $"({ShownFigures.Difference(before.ReplicaHours, after.ReplicaHours)}), "
            + $"flaps {ShownFigures.Flaps(before.Flaps)} -> {ShownFigures.Flaps(after.Flaps)}.";
    }

    /// <summary>What a change is good for.</summary>
    public static string Effect(KnobEffect effect, TuneReport report)
    {
        var change = $"{effect.Name} {effect.Today} -> {effect.Recommended}";
        if (effect.Without is not { } without)
        {
            return $"{change}: {effect.Today} does not go with the other settings, or is outside of its --limit";
        }

        var (bounds, recommended) = (report.Result.Bounds, report.Result.Recommended.Total);
        var reason = effect.IsAllowedWithout
            ? $"{ShownFigures.Hours(without.ReplicaHours)} replica-hours ({ShownFigures.Difference(recommended.ReplicaHours, without.ReplicaHours)})"
            : without.UnmetRequests > bounds.Sum(bound => bound.UnmetRequests) ? $"{ShownFigures.Unmet(without)} unmet requests, beyond the bound"
            : without.Flaps > bounds.Sum(bound => bound.Flaps) ? $"{ShownFigures.CountFlaps(without.Flaps)}, beyond the bound"
            : "beyond the bound of one of the loads";
        return $"{change}: with {effect.Today}, {reason}";
    }

    /// <summary>How the search ended.</summary>
    public static string End(TuneReport report)
    {
        var result = report.Result;
        var tried = string.Create(CultureInfo.InvariantCulture, $"{result.Candidates:#,0} different settings tried");
        var repeat = string.Create(CultureInfo.InvariantCulture, $"; --candidates {result.Candidates} --seed {report.Options.Seed} repeats this");
        return result.End switch
        {
            TuningEnd.Complete => $"{tried}.",
            TuningEnd.Exhausted => $"{tried}, all there are.",
            TuningEnd.Budget => result.Candidates == 0
                ? "Nothing but today's settings could be tried within the budget; give it more seconds."
                : $"{tried} within the budget{repeat}.",
            TuningEnd.Interrupted => result.Candidates == 0
                ? "Stopped before anything was tried."
                : $"{tried} until it was stopped{repeat}.",
            _ => throw new InvalidOperationException($"The end {result.End} is none of the enumeration."),
        };
    }

    private static string Bounds(TuneReport report) => string.Join("; ", report.Result.Bounds.Zip(report.Traffics, (bounds, traffic) =>
        $"{(report.Traffics.Count > 1 ? $"{traffic.Source}: " : "")}at most {ShownFigures.Unmet(bounds.UnmetRequests)} unmet, {ShownFigures.CountFlaps(bounds.Flaps)}"));
}
