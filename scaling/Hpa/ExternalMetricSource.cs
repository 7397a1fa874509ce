using System.Text;

namespace KedaStack.Scaling.Hpa;

/// <summary>An External metric of an HPA (autoscaling/v2 ExternalMetricSource).</summary>
public sealed record ExternalMetricSource
{
    /// <summary>The metric's name; KEDA's are <c>s0-prometheus</c>, <c>s1-prometheus</c>, ...</summary>
    public required string Name { get; init; }

    /// <summary>What the target is compared with.</summary>
    /// <value>The default is <see cref="MetricTargetType.AverageValue"/>.</value>
    public MetricTargetType TargetType { get; init; } = MetricTargetType.AverageValue;

    /// <summary>The target; above 0.</summary>
    public required MilliQuantity Target { get; init; }

    /// <summary>The labels that select the metric; KEDA sets <c>scaledobject.keda.sh/name</c>.</summary>
    /// <value>The default is none.</value>
    public IReadOnlyList<KeyValuePair<string, string>> MatchLabels { get; init; } = [];

    /// <summary>The selector as the HPA's messages print it (metav1.LabelSelector.String).</summary>
    public string SelectorText
    {
        get
        {
            var text = new StringBuilder("&LabelSelector{MatchLabels:map[string]string{");
            foreach (var (key, value) in MatchLabels.OrderBy(label => label.Key, StringComparer.Ordinal))
            {
                text.Append(key).Append(": ").Append(value).Append(',');
            }

            return text.Append("},MatchExpressions:[]LabelSelectorRequirement{},}").ToString();
        }
    }

    /// <summary>How the HPA names the metric in conditions and events: <c>external metric s0-prometheus(...)</c>.</summary>
    public string Description => $"external metric {Name}({SelectorText})";
}
