using KedaStack.Scaling.Hpa.Spec;

namespace KedaStack.Scaling.Tuning.Search;

/// <summary>Finds out which settings can be searched.</summary>
internal static class SearchSpaceBuilder
{
    /// <summary>The space; null with errors, each a sentence.</summary>
    public static SearchSpace? Build(TuningProblem problem, List<string> errors)
    {
        var today = problem.Today;
        var facts = TrafficFacts.Of(problem.Scenarios);
        var builder = new KnobBuilder(problem, facts);
        var tuned = TunableSetting.All.Where(setting => problem.IsTuned(setting.Name)).ToList();
        var names = tuned.Select(setting => setting.Name).ToHashSet();
        var built = tuned.ToDictionary(
            setting => setting.Name, setting => builder.Build(setting, settings => IsAllowed(settings, setting.Name, today, names)));
        var reachesZero = built.TryGetValue(TunableSetting.MinReplicaCount, out var minimum)
            ? minimum?.Values[0] == "0"
            : today.MinReplicaCount == 0;
        var skipped = new List<SkippedKnob>();
        var knobs = new List<Knob>();
        foreach (var (name, knob) in built)
        {
            if (knob is null)
            {
                errors.Add($"No value of {name} goes with the settings that stay as they are.");
            }
            else if (Inaction(name, today, reachesZero) is { } reason)
            {
                skipped.Add(new SkippedKnob(name, reason));
            }
            else if (knob is { Values.Count: 1, HoldsToday: true })
            {
                skipped.Add(new SkippedKnob(name, "There is one value to try, which is today's."));
            }
            else
            {
                knobs.Add(knob);
            }
        }

        skipped.AddRange(SkippedValues(problem, facts, names));
        return Finish(new SearchSpace(today, knobs, skipped), errors);
    }

    private static SearchSpace? Finish(SearchSpace space, List<string> errors)
    {
        if (errors.Count == 0 && space.Knobs.Count == 0)
        {
            errors.Add(space.Skipped.Count == 0
                ? "Nothing is left to tune: every setting to be tuned is also fixed."
                : "Nothing is left to tune: " + string.Join(' ', space.Skipped.Select(skip => $"{skip.Name}: {skip.Reason}")));
        }

        if (errors.Count > 0)
        {
            return null;
        }

        var start = space.Settings(space.Start);
        if (!SettingLimits.WindowFits(start, space.Today))
        {
            errors.Add("No window of those to try holds four of the scrape intervals to try.");
        }

        if (!SettingLimits.BoundsFit(start))
        {
            errors.Add("Every minReplicaCount to try is above every maxReplicaCount to try.");
        }

        return errors.Count == 0 ? space : null;
    }

    private static IEnumerable<SkippedKnob> SkippedValues(TuningProblem problem, TrafficFacts facts, HashSet<string> names)
    {
        bool IsLeftToLadder(string name) => names.Contains(name) && !problem.Ranges.Any(range => range.Name == name);
        if (IsLeftToLadder(TunableSetting.Threshold) && !problem.IsCapacityKnown)
        {
            yield return new SkippedKnob(TunableSetting.Threshold, "None above today's is tried: what a pod can serve is only assumed.");
        }

        if (IsLeftToLadder(TunableSetting.MinReplicaCount) && !facts.IsCountedBeforePods && problem.Today.MinReplicaCount > 0)
        {
            yield return new SkippedKnob(
                TunableSetting.MinReplicaCount, "0 is not tried: the pods themselves count the requests, so that nothing would wake them.");
        }
    }

    // A partner that is searched, too, is moved where needed; one that stays as it is excludes values.
    private static bool IsAllowed(ScalingSettings settings, string name, ScalingSettings today, HashSet<string> names) => name switch
    {
        TunableSetting.Window => names.Contains(TunableSetting.ScrapeInterval) || SettingLimits.WindowFits(settings, today),
        TunableSetting.ScrapeInterval => names.Contains(TunableSetting.Window) || SettingLimits.WindowFits(settings, today),
        TunableSetting.MinReplicaCount => names.Contains(TunableSetting.MaxReplicaCount) || SettingLimits.BoundsFit(settings),
        TunableSetting.MaxReplicaCount => names.Contains(TunableSetting.MinReplicaCount) || SettingLimits.BoundsFit(settings),
        _ => true,
    };

    private static string? Inaction(string name, ScalingSettings today, bool reachesZero) => name switch
    {
        TunableSetting.PollingInterval when !reachesZero && today.Fallback is null =>
            "It does nothing while minReplicaCount is 1 or more: the HPA asks every 15 s whatever KEDA polls.",
        TunableSetting.CooldownPeriod when !reachesZero =>
            "It does nothing while minReplicaCount is 1 or more: it only delays the way from 1 replica to 0.",
        TunableSetting.ScaleUpWindow or TunableSetting.ScaleUpPolicies when today.Behavior?.ScaleUp?.SelectPolicy == SelectPolicy.Disabled =>
            "scaleUpSelectPolicy is Disabled: this direction does not scale.",
        TunableSetting.ScaleDownWindow or TunableSetting.ScaleDownPolicies when today.Behavior?.ScaleDown?.SelectPolicy == SelectPolicy.Disabled =>
            "scaleDownSelectPolicy is Disabled: this direction does not scale.",
        _ => null,
    };
}
