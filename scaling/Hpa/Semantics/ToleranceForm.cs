namespace KedaStack.Scaling.Hpa.Semantics;

/// <summary>How the HPA compares a usage ratio with the tolerance. In doubles the forms differ at a ratio of exactly 1.1.</summary>
public enum ToleranceForm
{
    /// <summary><c>1-down &lt;= ratio &lt;= 1+up</c>: Kubernetes 1.33 and later (replica_calculator.go, Tolerances.isWithin).</summary>
    Interval,

    /// <summary><c>|1-ratio| &lt;= tolerance</c>, one tolerance for both directions: Kubernetes up to 1.32.</summary>
    AbsoluteDifference,
}
