namespace KedaStack.Local;

/// <summary>Which Prometheus is asked.</summary>
public enum LocalMetricsKind
{
    /// <summary>A Prometheus server that the run starts for itself.</summary>
    OwnServer,

    /// <summary>The built-in scraper with the library's own <c>rate()</c>.</summary>
    BuiltIn,

    /// <summary>A Prometheus that was already running.</summary>
    Existing,
}
