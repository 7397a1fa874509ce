namespace KedaStack.Scaling.Prometheus.Client;

/// <summary>An address that was read, or why it is none.</summary>
/// <param name="Address">The address; null when the text is none.</param>
/// <param name="Wrong">What is wrong, such as <c>is not an address</c>; empty when nothing is.</param>
/// <param name="Right">What would be right; empty when nothing is wrong.</param>
public sealed record PrometheusAddressReading(PrometheusAddress? Address, string Wrong, string Right);
