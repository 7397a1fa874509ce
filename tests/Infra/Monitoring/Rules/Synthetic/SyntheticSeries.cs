namespace KedaStack.Tests.Infra.Monitoring.Rules.Synthetic;

/// <summary>An input series of a promtool test.</summary>
/// <param name="Name">Its name and labels, as in PromQL.</param>
/// <param name="Values">Its samples in promtool's notation, one for each <see cref="Samples.IntervalSeconds"/>.</param>
internal sealed record SyntheticSeries(string Name, string Values);
