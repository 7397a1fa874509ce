namespace KedaStack.Scaling.Keda.Triggers;

/// <summary>What a scaler made of one answer: a value or an error.</summary>
/// <param name="Value">The value; -1 in error, as KEDA returns it.</param>
/// <param name="Error">The error in KEDA's words; null when there is a value.</param>
public readonly record struct ScalerReading(double Value, string? Error)
{
    /// <summary>A value.</summary>
    /// <param name="value">The value.</param>
    public static ScalerReading Of(double value) => new(value, null);

    /// <summary>An error.</summary>
    /// <param name="error">The error.</param>
    public static ScalerReading Failed(string error) => new(-1, error);
}
