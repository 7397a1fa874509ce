namespace KedaStack.Local.Watching;

/// <summary>Where the metrics come from.</summary>
/// <param name="Kind">Which Prometheus.</param>
/// <param name="Text">One line for people: which one, and why.</param>
/// <param name="IsAnswering">Whether the last query was answered.</param>
/// <param name="Address">The address of its web page; null for the built-in scraper.</param>
/// <param name="ProcessId">The process that the run started; null for none.</param>
public sealed record LocalMetrics(LocalMetricsKind Kind, string Text, bool IsAnswering, Uri? Address, int? ProcessId = null);

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
