namespace KedaStack.Checks.Admission;

/// <summary>What KEDA's admission webhook denies an object for.</summary>
/// <param name="Path">The field that is to be changed.</param>
/// <param name="Message">The webhook's words.</param>
/// <param name="Expected">What it takes.</param>
internal sealed record Denial(string Path, string Message, string Expected);
