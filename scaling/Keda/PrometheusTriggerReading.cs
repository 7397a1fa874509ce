namespace KedaStack.Scaling.Keda;

/// <summary>A trigger that was read, or why KEDA refuses it.</summary>
/// <param name="Trigger">The trigger; null when KEDA refuses it.</param>
/// <param name="Problems">What is wrong, each in KEDA's words; empty when nothing is.</param>
/// <param name="Error">The whole error as users see it; null when there is none.</param>
public sealed record PrometheusTriggerReading(PrometheusTrigger? Trigger, IReadOnlyList<string> Problems, string? Error);
