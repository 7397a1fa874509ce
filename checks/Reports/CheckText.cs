using KedaStack.Checks.Rules;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Writing;
using Spectre.Console;

namespace KedaStack.Checks.Reports;

/// <summary>The report for people.</summary>
internal static class CheckText
{
    /// <summary>Writes the findings and the counts.</summary>
    /// <param name="report">The report.</param>
    /// <param name="least">The least severity that is written.</param>
    /// <param name="console">Where to.</param>
    public static void Write(CheckReport report, Severity least, IAnsiConsole console)
    {
        foreach (var finding in report.AtLeast(least))
        {
            var colour = finding.Severity switch
            {
                Severity.Error => Color.Red,
                Severity.Warning => Color.Yellow,
                _ => Color.Blue,
            };
            // Not markup, which takes what stands between colons for the name of an emoji.
            console.Write(new Paragraph(Word(finding.Severity), new Style(colour))
                .Append(" ").Append(finding.Check.Id, new Style(decoration: Decoration.Bold)).Append($": {ReferenceToken.Strip(finding.Place)}\n"));
            Line("rule", finding.Check.Title);
            Line("found", finding.Found);
            Line("expected", finding.Expected);
            Line("live", finding.Check.Failure);
            Line("fix", finding.Fix);
            Line("more", finding.Check.Link);
        }

        foreach (var (finding, reason) in report.Suppressed)
        {
            console.WriteLine($"suppressed {finding.Check.Id}: {finding.Place} (because: {reason})");
        }

        foreach (var (reason, checks) in report.NotApplicable)
        {
            console.WriteLine($"not applicable: {Shown.Count(checks.Count, "check")} ({reason})");
        }

        foreach (var note in report.Notes)
        {
            console.WriteLine($"note: {note}");
        }

        console.WriteLine(report.Summary);

        void Line(string label, string text) => console.WriteLine($"  {label}: {ReferenceToken.Strip(text)}");
    }

    /// <summary>A severity as it is written everywhere.</summary>
    public static string Word(Severity severity) => severity switch
    {
        Severity.Information => "information",
        Severity.Warning => "warning",
        Severity.Error => "error",
        _ => throw new ArgumentOutOfRangeException(nameof(severity), severity, "There is no such severity."),
    };
}
