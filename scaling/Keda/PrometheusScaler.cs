using KedaStack.Scaling.Go;
using KedaStack.Scaling.Keda.Semantics;
using KedaStack.Scaling.Keda.Triggers;
using KedaStack.Scaling.Prometheus;

namespace KedaStack.Scaling.Keda;

/// <summary>
/// What KEDA's prometheus scaler makes of an answer, with its errors word by word
/// (https://github.com/kedacore/keda/blob/v2.20.2/pkg/scalers/prometheus_scaler.go, ExecutePromQuery).
/// </summary>
public static class PrometheusScaler
{
    private const string LostTarget = "prometheus metrics 'prometheus' target may be lost, ";
    private const string EmptyResult = LostTarget + "the result is empty";
    private const string EmptyValue = LostTarget + "the value list is empty";

    /// <summary>The value or the error of an answer.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="trigger">The trigger: its query, which errors name, and whether null values are ignored.</param>
    /// <param name="semantics">KEDA; null for <see cref="KedaSemantics.Default"/>.</param>
    public static ScalerReading Read(InstantQueryResponse response, PrometheusTrigger trigger, KedaSemantics? semantics = null)
    {
        if (!response.IsSuccess)
        {
            return ScalerReading.Failed(FormattableString.Invariant(
                $"prometheus query api returned error. status: {response.HttpStatus}"));
        }

        if (response.BodyError is not null)
        {
            return ScalerReading.Failed(response.BodyError);
        }

        return response switch
        {
            { ElementCount: 0 } => Empty(trigger, EmptyResult),
            { ElementCount: > 1 } => ScalerReading.Failed($"prometheus query {trigger.Query} returned multiple elements"),
            { ValueLength: 0 } => Empty(trigger, EmptyValue),
            { ValueLength: 1 } => ScalerReading.Failed($"prometheus query {trigger.Query} didn't return enough values"),
            _ => Number(response.Value, trigger, semantics ?? KedaSemantics.Default),
        };
    }

    /// <summary>The value or the error of a vector that was not sent as text: for a model of Prometheus.</summary>
    /// <param name="value">The value of its only element; null for an empty vector.</param>
    /// <param name="trigger">The trigger.</param>
    /// <param name="semantics">KEDA; null for <see cref="KedaSemantics.Default"/>.</param>
    public static ScalerReading Read(double? value, PrometheusTrigger trigger, KedaSemantics? semantics = null) =>
        value is { } number ? Finite(number, trigger, semantics ?? KedaSemantics.Default) : Empty(trigger, EmptyResult);

    private static ScalerReading Number(InstantQueryValue value, PrometheusTrigger trigger, KedaSemantics semantics)
    {
        if (value.OtherType is not null)
        {
            // KEDA does not check the type and breaks down here.
            return ScalerReading.Failed($"interface conversion: interface {{}} is {value.OtherType}, not string");
        }

        if (value.Text is null)
        {
            return ScalerReading.Of(-1);
        }

        var number = GoParse.Float(value.Text, out var error);
        return error is null ? Finite(number, trigger, semantics) : ScalerReading.Failed(error);
    }

    private static ScalerReading Finite(double value, PrometheusTrigger trigger, KedaSemantics semantics)
    {
        if (double.IsFinite(value) || (double.IsNaN(value) && !semantics.NanIsNull))
        {
            return ScalerReading.Of(value);
        }

        return trigger.IgnoreNullValues
            ? ScalerReading.Of(0)
            : ScalerReading.Failed("prometheus query returns " + (double.IsNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf"));
    }

    private static ScalerReading Empty(PrometheusTrigger trigger, string error) =>
        trigger.IgnoreNullValues ? ScalerReading.Of(0) : ScalerReading.Failed(error);
}
