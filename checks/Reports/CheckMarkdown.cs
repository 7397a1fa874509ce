using System.Globalization;
using System.Text;
using KedaStack.Checks.Rules;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Writing;

namespace KedaStack.Checks.Reports;

/// <summary>The report for a comment on a pull request.</summary>
internal static class CheckMarkdown
{
    // A comment has room for as many, and nobody reads more.
    private const int MostFindings = 40;

    /// <summary>A heading, the counts and a table of the findings.</summary>
    public static string Write(CheckReport report, Severity least)
    {
        var text = new StringBuilder().Append("### Checks of ").Append(Code(report.Stack)).Append("\n\n").Append(report.Summary).Append(".\n");
        var all = report.AtLeast(least).ToList();
        var findings = all.Take(MostFindings).ToList();
        if (findings.Count > 0)
        {
            text.Append("\n| | Check | Where | Found | Expected |\n| --- | --- | --- | --- | --- |\n");
        }

        foreach (var finding in findings)
        {
            text.Append("| ").Append(CheckText.Word(finding.Severity))
                .Append(" | [").Append(finding.Check.Id).Append("](").Append(Link(finding.Check)).Append(')')
                .Append(" | ").Append(Code(finding.Place))
                .Append(" | ").Append(Code(finding.Found))
                .Append(" | ").Append(Code(finding.Expected)).Append(" |\n");
        }

        if (all.Count > findings.Count)
        {
            text.Append(CultureInfo.InvariantCulture, $"\nLeft out: {all.Count - findings.Count} findings. All of them: `kedastack check`.\n");
        }

        foreach (var finding in findings.DistinctBy(finding => finding.Check))
        {
            text.Append("\n**").Append(finding.Check.Id).Append("**: ").Append(finding.Check.Title)
                .Append(". Otherwise: ").Append(finding.Check.Failure).Append(". ").Append(finding.Fix).Append('\n');
        }

        foreach (var note in report.Notes)
        {
            text.Append("\nNote: ").Append(Code(note)).Append('\n');
        }

        if (report.Suppressed.Count > 0)
        {
            text.Append("\nSuppressed:\n\n");
        }

        foreach (var (finding, reason) in report.Suppressed)
        {
            text.Append("- ").Append(finding.Check.Id).Append(", ").Append(Code(finding.Place)).Append(": ").Append(Code(reason)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>A link that works from the page of a pull request.</summary>
    private static string Link(CheckInfo check) => $"../blob/HEAD/{check.Link}";

    /// <summary>Text that Markdown leaves alone, in a table, too.</summary>
    private static string Code(string text) =>
        MarkdownText.Code(ReferenceToken.Strip(text)).Replace("|", "\\|", StringComparison.Ordinal);
}
