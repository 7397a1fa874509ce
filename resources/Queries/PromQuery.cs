namespace KedaStack.Resources.Queries;

/// <summary>As much of a PromQL query as checks need.</summary>
internal sealed record PromQuery
{
    /// <summary>The selectors, in the order of the text.</summary>
    public required IReadOnlyList<MetricSelector> Selectors { get; init; }

    /// <summary>Why the text cannot be a query; null when nothing was noticed.</summary>
    public string? Problem { get; init; }

    /// <summary>Whether anything in it aggregates, or makes a vector of one number.</summary>
    public required bool Aggregates { get; init; }

    /// <summary>The labels that the outermost aggregation, when it is the whole query, keeps: written <c>by (pod)</c>; null for none.</summary>
    public string? OuterGrouping { get; init; }

    /// <summary>Reads a query.</summary>
    public static PromQuery Read(string text) => new PromQueryReader(text).Read();
}
