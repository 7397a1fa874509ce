namespace KedaStack.Scaling.Explain;

/// <summary>A setting that changes nothing.</summary>
/// <param name="Setting">Its name, as a ScaledObject has it.</param>
/// <param name="Value">Its value.</param>
/// <param name="Reason">Why it has no effect, in one sentence.</param>
public sealed record IneffectiveSetting(string Setting, string Value, string Reason);
