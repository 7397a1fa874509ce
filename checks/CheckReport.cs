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

    /// <summary>The checks that say nothing about what was given, by the reason.</summary>
    public IReadOnlyList<NotApplicable> NotApplicable { get; init; } = [];

    /// <summary>What was read and not checked, in sentences.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Whether something that was given could not be read, so that it says nothing about that.</summary>
    public bool IsPartial { get; init; }

    /// <summary>How many errors there are.</summary>
    public int Errors => Findings.Count(finding => finding.Severity == Severity.Error);

    /// <summary>How many warnings there are.</summary>
    public int Warnings => Findings.Count(finding => finding.Severity == Severity.Warning);

    /// <summary>How many findings only inform.</summary>
    public int Informations => Findings.Count(finding => finding.Severity == Severity.Information);

    /// <summary>The counts in one line.</summary>
    public string Summary =>
        $"{Shown.Count(Passed, "check")} passed, {Shown.Count(Warnings, "warning")}, {Shown.Count(Errors, "error")}, {Informations} for information, {Suppressed.Count} suppressed{Applicability}";

    private string Applicability => NotApplicable.Count == 0 ? "" : $", {NotApplicable.Sum(one => one.Checks.Count)} not applicable";

    /// <summary>The report with only the findings that are at least as bad; the counts tell of all.</summary>
    public IEnumerable<Finding> AtLeast(Severity severity) => Findings.Where(finding => finding.Severity >= severity);
}

/// <summary>A finding that is not reported.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Reason">Why, in the words of the stack's settings.</param>
internal sealed record SuppressedFinding(Finding Finding, string Reason);

/// <summary>Checks that say nothing about what was given.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Checks">Their ids.</param>
internal sealed record NotApplicable(string Reason, IReadOnlyList<string> Checks);
