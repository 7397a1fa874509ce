using KedaStack.Scaling.Keda.Triggers.Config;

namespace KedaStack.Scaling.Keda.Triggers;

/// <summary>A trigger that was read, or why KEDA refuses it.</summary>
/// <param name="Trigger">The trigger; null when KEDA refuses it.</param>
/// <param name="Faults">What is wrong; empty when nothing is.</param>
/// <param name="Error">The whole error as users see it; null when there is none.</param>
public sealed record TriggerReading(Trigger? Trigger, IReadOnlyList<TriggerFault> Faults, string? Error)
{
    /// <summary>What is wrong, each in KEDA's words.</summary>
    public IReadOnlyList<string> Problems => [.. Faults.Select(fault => fault.Message)];

    /// <summary>A trigger that KEDA takes.</summary>
    /// <param name="trigger">The trigger.</param>
    public static TriggerReading Of(Trigger trigger) => new(trigger, [], null);

    /// <summary>A trigger that KEDA refuses.</summary>
    /// <param name="faults">What is wrong.</param>
    /// <param name="prefix">KEDA's words before it.</param>
    public static TriggerReading Refused(IReadOnlyList<TriggerFault> faults, string prefix) =>
        new(null, faults, prefix + string.Join('\n', faults.Select(fault => fault.Message)));
}
