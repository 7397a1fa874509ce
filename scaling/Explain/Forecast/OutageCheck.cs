using KedaStack.Scaling.Keda.Loop;

namespace KedaStack.Scaling.Explain.Forecast;

/// <summary>One sync or poll while a trigger fails.</summary>
/// <param name="AtMilliseconds">When, since the first sync that sees the failure.</param>
/// <param name="By">Whether it is the HPA's request or KEDA's poll.</param>
/// <param name="Failures">The failures in a row that count towards the fallback, with this one; 0 without a fallback.</param>
/// <param name="ValueMilli">What the HPA gets for the failing metric, in thousandths; null for an error and for a poll.</param>
/// <param name="Decision">What the poll decides; null for the HPA.</param>
/// <param name="Before">The replicas before.</param>
/// <param name="After">The replicas after.</param>
public sealed record OutageCheck(
    long AtMilliseconds, ScalingActor By, int Failures, long? ValueMilli, ScaleDecisionKind? Decision, int Before, int After);
