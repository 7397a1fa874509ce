namespace KedaStack.Scaling.Quantities;

/// <summary>How KEDA turns a value into the quantity that the HPA gets (pkg/scalers/scaler.go).</summary>
public enum MilliConversion
{
    /// <summary>Three decimals, rounded half to even on the exact binary value; what is negative or no number is 0: 2.20.2 and later.</summary>
    Rounded,

    /// <summary>The same, but negative values stay negative: 2.20.0 and 2.20.1.</summary>
    RoundedSigned,

    /// <summary>The thousandths without their fraction; negative values stay negative: up to 2.19.</summary>
    Truncated,
}
