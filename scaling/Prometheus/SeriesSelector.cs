namespace KedaStack.Scaling.Prometheus;

/// <summary>The series of one metric: <c>up{job="sample-app"}</c>.</summary>
/// <param name="Metric">The metric's name.</param>
/// <param name="Matchers">Which of its series; none for all.</param>
public sealed record SeriesSelector(string Metric, IReadOnlyList<LabelMatcher> Matchers)
{
    /// <summary>The selector as PromQL.</summary>
    public override string ToString() => Matchers.Count == 0 ? Metric : $"{Metric}{{{string.Join(',', Matchers)}}}";
}
