namespace KedaStack.Truth.Recordings;

/// <summary>The kinds of faults.</summary>
public enum FaultKind
{
    /// <summary>KEDA's queries got another answer.</summary>
    Answer,

    /// <summary>The answers came late.</summary>
    Delay,

    /// <summary>The connections were closed without an answer.</summary>
    Drop,

    /// <summary>The pods' <c>/metrics</c> answered with 503.</summary>
    Scrapes,
}
