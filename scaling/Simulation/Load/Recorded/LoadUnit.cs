namespace KedaStack.Scaling.Simulation.Load.Recorded;

/// <summary>What the values of a recording are.</summary>
public enum LoadUnit
{
    /// <summary>Requests per second, from the row's time until the next row's.</summary>
    PerSecond,

    /// <summary>Requests per minute.</summary>
    PerMinute,

    /// <summary>Requests per hour.</summary>
    PerHour,

    /// <summary>How many requests came between the row's time and the next row's.</summary>
    Count,

    /// <summary>How many requests have come since some beginning; a value below the one before begins anew at 0, as after a restart.</summary>
    Counter,
}
