using KedaStack.Checks.Rules;
using KedaStack.Resources.Writing;

namespace KedaStack.Checks;

/// <summary>What all checks together found.</summary>
internal sealed record CheckReport
{
    /// <summary>The stack's name.</summary>
    public required string Stack { get; init; }

    /// <summary>How many checks found nothing.</summary>
    public required int Passed { get; init; }

    /// <summary>The findings, errors first, otherwise in the catalogue's order.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>The findings that the stack's settings say not to report.</summary>
    public required IReadOnlyList<SuppressedFinding> Suppressed { get; init; }

    /// <summary>How many errors there are.</summary>
    public int Errors => Findings.Count(finding => finding.Check.Severity == Severity.Error);

    /// <summary>How many warnings there are.</summary>
    public int Warnings => Findings.Count(finding => finding.Check.Severity == Severity.Warning);

    /// <summary>How many findings only inform.</summary>
    public int Notes => Findings.Count(finding => finding.Check.Severity == Severity.Information);

    /// <summary>The counts in one line.</summary>
    public string Summary =>
        $"{Shown.Count(Passed, "check")} passed, {Shown.Count(Warnings, "warning")}, {Shown.Count(Errors, "error")}, {Notes} for information, {Suppressed.Count} suppressed";

    /// <summary>The report with only the findings that are at least as bad; the counts tell of all.</summary>
    public IEnumerable<Finding> AtLeast(Severity severity) => Findings.Where(finding => finding.Check.Severity >= severity);
}

/// <summary>A finding that is not reported.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Reason">Why, in the words of the stack's settings.</param>
internal sealed record SuppressedFinding(Finding Finding, string Reason);
