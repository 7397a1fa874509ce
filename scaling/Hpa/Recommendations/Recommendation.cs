namespace KedaStack.Scaling.Hpa.Recommendations;

/// <summary>A proposal as it was before any stabilization or limit.</summary>
/// <param name="TimestampMilliseconds">When it was made.</param>
/// <param name="Replicas">The proposed replicas; may exceed the HPA's maximum.</param>
public readonly record struct Recommendation(long TimestampMilliseconds, int Replicas);
