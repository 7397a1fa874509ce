using System.Globalization;
using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Monitoring.Monitors;

/// <summary>A monitor's limits on labels are those of the workspace.</summary>
internal sealed class MonitorLabelLimits() : Check(new()
{
    Id = "monitor-label-limits",
    Severity = Severity.Warning,
    Title = "A monitor's limits on labels are those of the workspace",
    Failure = "`label_limit exceeded` on the target and `up` = 0 (a low limit), or samples that the workspace drops without a word (none, or a high one)",
    Cause = "The workspace takes 63 labels, names of 511 and values of 1023 characters; with a limit one offender fails the whole scrape.",
    Fix = "Set labelLimit 63, labelNameLengthLimit 511 and labelValueLengthLimit 1023.",
    NotForFiles = CheckInfo.OwnRule,
})
{
    private static readonly (string Path, decimal Limit)[] _limits =
        [("spec.labelLimit", 63), ("spec.labelNameLengthLimit", 511), ("spec.labelValueLengthLimit", 1023)];

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from monitor in stack.OfType(ResourceTypes.ServiceMonitor).Concat(stack.OfType(ResourceTypes.PodMonitor))
        from limit in _limits
        where monitor.Inputs.Number(limit.Path) != limit.Limit
        select Found(monitor, limit.Path, monitor.Inputs.Shown(limit.Path), limit.Limit.ToString(CultureInfo.InvariantCulture));
}
