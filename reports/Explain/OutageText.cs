using KedaStack.Reports.Writing;
using KedaStack.Scaling.Explain;
using KedaStack.Scaling.Explain.Forecast;
using KedaStack.Scaling.Keda.Loop;
using static KedaStack.Resources.Writing.ShownNumber;

namespace KedaStack.Reports.Explain;

/// <summary>What an outage does, check by check and with other settings, for people.</summary>
internal static class OutageText
{
    private const int FewestRows = 4;
    private const int MostRows = 16;

    /// <summary>Writes it; nothing while all triggers have a value.</summary>
    public static void Write(TextPage page, ScalingExplanation explanation)
    {
        if (explanation.Outage is not { } outage)
        {
            return;
        }

        if (outage.Checks.Count > 0)
        {
            page.Heading($"The outage of {outage.Name}, check by check");
            var shown = outage.Checks.Take(Shown(outage.Checks)).ToList();
            page.Table([.. shown.Select(check => Row(explanation, check))]);
            page.Item(shown.Count < MostRows ? "and so on: nothing else changes while it lasts" : "and so on");
        }

        page.Heading("The same with other settings (> these)");
        page.Table([.. outage.Variants.Select(variant => new[]
        {
            $"{(variant.IsOwn ? "> " : "  ")}{variant.Answer}", variant.Settings,
            variant.Forecast.Settled
                ? $"{Replicas(variant.Forecast.ReplicasAtEnd)}{(variant.Forecast.SettledAfterMilliseconds == 0 ? "" : $" after {Seconds(variant.Forecast.SettledAfterMilliseconds)}")}"
                : "does not settle",
        })]);
    }

    // Up to the last change of the count or of what the HPA gets, and one check more.
    private static int Shown(IReadOnlyList<OutageCheck> checks)
    {
        var last = 0;
        for (var i = 1; i < checks.Count; i++)
        {
            var earlier = checks.Take(i).LastOrDefault(check => check.By == checks[i].By);
            var isOther = checks[i].Before != checks[i].After || (earlier is not null && earlier.ValueMilli is null != checks[i].ValueMilli is null);
            last = isOther ? i : last;
        }

        return Math.Min(Math.Min(checks.Count, MostRows), Math.Max(FewestRows, last + 2));
    }

    private static string[] Row(ScalingExplanation explanation, OutageCheck check)
    {
        var failures = check.Failures == 0 ? "" : check.Failures == 1 ? "failure 1" : $"failure {Count(check.Failures)}";
        var seen = check.By == ScalingActor.Keda ? Words(check.Decision!.Value)
            : check.ValueMilli is { } value ? $"the HPA gets {Milli(value)}{(explanation.Case.ScaledObject?.Fallback is null ? "" : ", the fallback's value")}"
            : "the HPA gets an error";
        var effect = check.Before == check.After ? $"{Replicas(check.After)} stay{(check.After == 1 ? "s" : "")}" : $"{Count(check.Before)} -> {Count(check.After)}";
        return [Seconds(check.AtMilliseconds), check.By == ScalingActor.Hpa ? "HPA" : "KEDA", failures, seen, effect];
    }

    private static string Words(ScaleDecisionKind decision) => decision switch
    {
        ScaleDecisionKind.TriggerError => "in error without a fallback",
        ScaleDecisionKind.LeftToFallback => "in error, left to the fallback",
        ScaleDecisionKind.PartialTriggerError => "another trigger is active",
        ScaleDecisionKind.Active => "active",
        ScaleDecisionKind.Activated => "active: the first replicas",
        ScaleDecisionKind.CoolingDown => "not active, cooldownPeriod is not over",
        ScaleDecisionKind.Deactivated => "not active, cooldownPeriod is over",
        ScaleDecisionKind.RaisedToMinimum => "below minReplicaCount",
        _ => decision.ToString(),
    };
}
