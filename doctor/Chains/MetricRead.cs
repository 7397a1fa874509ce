using KedaStack.Resources.Cluster;
using KedaStack.Resources.Objects;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Doctor.Chains;

/// <summary>A metric of a ScaledObject, read as the HPA reads it.</summary>
/// <param name="Metric">Its name, such as <c>s0-prometheus</c>.</param>
/// <param name="Answer">What came.</param>
internal sealed record MetricRead(string Metric, ClusterAnswer Answer)
{
    private const string OfOperator = "rpc error: code = Unknown desc = error when getting metric values";

    /// <summary>The value in thousandths; null where none came.</summary>
    public long? Milli => Answer.IsOk && Answer.Body.Scalar("items[0].value") is { } text && MilliQuantity.TryParse(text) is { } value ? value.Milli : null;

    /// <summary>Whether KEDA's operator was there and said something, be it an error of a scaler.</summary>
    public bool IsFromOperator => Answer.IsOk || Answer.Message.Contains("error when getting metric values", StringComparison.Ordinal) || Answer.Message.StartsWith(OfOperator, StringComparison.Ordinal);

    /// <summary>Whether the read never ended, while the API server answered others.</summary>
    public bool IsSilent { get; private init; }

    /// <summary>Whether nothing is known of it: it was not read, or the reader's rights, token or connection were in the way.</summary>
    public bool IsUnread => Answer.IsReadersOwn || (Answer.IsSilent && !IsSilent);

    /// <summary>Whether the scaler failed.</summary>
    public bool IsFailure => !Answer.IsOk && IsFromOperator;

    /// <summary>The place of the trigger that the metric's name tells: 0 of <c>s0-prometheus</c>; null where it tells none.</summary>
    public int? Trigger => Metric.StartsWith('s') && Metric.IndexOf('-', StringComparison.Ordinal) is > 1 and var dash
        && int.TryParse(Metric.AsSpan(1, dash - 1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var place) ? place : null;

    /// <summary>The reads of a chain: of the metrics that its HPA or its ScaledObject names.</summary>
    public static IReadOnlyList<MetricRead> Of(Chain chain)
    {
        var owner = chain.ScaledObject.Text("metadata.name") ?? chain.OwnerName;
        return owner is null ? []
            :
            [
                .. chain.HpaMetrics.Where(metric => metric.ScaledObject is null || metric.ScaledObject == owner).Select(metric => metric.Metric)
                    .Concat(chain.ScaledObject.Texts("status.externalMetricNames")).Distinct()
                    .Select(metric => chain.Answers.Get(ApiPath.Metric(chain.Namespace, metric, owner)))
                    .Select(answer => new MetricRead(NameOf(answer.Path), answer) { IsSilent = answer.IsSilent && chain.Answers.All.Any(other => other.IsOk) }),
            ];
    }

    private static string NameOf(string path) => path.Split('?')[0].Split('/')[^1];
}
