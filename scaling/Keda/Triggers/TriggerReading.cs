namespace KedaStack.Scaling.Keda.Triggers;

/// <summary>A trigger that was read, or why KEDA refuses it.</summary>
/// <param name="Trigger">The trigger; null when KEDA refuses it.</param>
/// <param name="Problems">What is wrong, each in KEDA's words; empty when nothing is.</param>
/// <param name="Error">The whole error as users see it; null when there is none.</param>
public sealed record TriggerReading(Trigger? Trigger, IReadOnlyList<string> Problems, string? Error)
{
    /// <summary>A trigger that KEDA takes.</summary>
    /// <param name="trigger">The trigger.</param>
    public static TriggerReading Of(Trigger trigger) => new(trigger, [], null);

    /// <summary>A trigger that KEDA refuses.</summary>
    /// <param name="problems">What is wrong.</param>
    /// <param name="prefix">KEDA's words before it.</param>
    public static TriggerReading Refused(IReadOnlyList<string> problems, string prefix) =>
        new(null, problems, prefix + string.Join('\n', problems));
}
