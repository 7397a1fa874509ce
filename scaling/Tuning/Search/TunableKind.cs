namespace KedaStack.Scaling.Tuning.Search;

/// <summary>What the values of a tunable setting are.</summary>
public enum TunableKind
{
    /// <summary>A decimal number.</summary>
    Number,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A Prometheus duration.</summary>
    Duration,

    /// <summary>A list of scaling policies, which has no order and so no range.</summary>
    Policies,
}
