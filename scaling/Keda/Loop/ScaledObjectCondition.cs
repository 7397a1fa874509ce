namespace KedaStack.Scaling.Keda.Loop;

/// <summary>A condition of a ScaledObject.</summary>
/// <param name="Status">Its status.</param>
/// <param name="Reason">Its reason.</param>
/// <param name="Message">Its message, in KEDA's words.</param>
public sealed record ScaledObjectCondition(ConditionStatus Status, string Reason, string Message);
