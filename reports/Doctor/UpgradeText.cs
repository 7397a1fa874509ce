using KedaStack.Doctor.Upgrades;
using KedaStack.Reports.Writing;
using KedaStack.Resources.Writing;

namespace KedaStack.Reports.Doctor;

/// <summary>What an upgrade breaks, for people.</summary>
internal static class UpgradeText
{
    /// <summary>Writes it.</summary>
    /// <param name="report">The report.</param>
    /// <param name="widthColumns">The width to wrap lines at.</param>
    public static string Write(UpgradeReport report, int widthColumns)
    {
        var page = new TextPage(widthColumns);
        page.Line($"{report.Source} ({report.Why}), {Scope(report)}; Kubernetes {report.Kubernetes ?? "of unknown version"}, KEDA {report.Now.Keda?.ToString() ?? "of unknown version"}");
        page.Line($"Upgraded to {report.Then}");
        foreach (var found in report.Breaks)
        {
            page.Heading($"{(found.IsError ? "error" : "warning")} {found.Check}: {found.Place}");
            page.Item($"found  {found.Found}");
            page.Item($"means  from {found.Step} on: {found.Means}");
            page.Item($"mend   {found.Expected}");
        }

        page.Line("");
        foreach (var note in report.Notes)
        {
            page.Line($"note: {note}");
        }

        foreach (var unread in report.Unread)
        {
            page.Line($"not read: {unread}");
        }

        page.Line(Summary(report));
        return page.ToString();
    }

    private static string Scope(UpgradeReport report) => report.Namespaces switch
    {
        null => "all namespaces",
        [] => "no namespace",
        [var one] => $"namespace {one}",
        var several => $"namespaces {string.Join(", ", several)}",
    };

    private static string Summary(UpgradeReport report)
    {
        var read = report.Read.Count == 0 ? "no object" : string.Join(", ", report.Read.Select(kind => Shown.Count(kind.Count, kind.Kind)));
        var warnings = report.Breaks.Count - report.Errors;
        return report.Breaks.Count == 0 ? $"Nothing of what was read breaks ({read})."
            : $"{Shown.Count(report.Errors, "thing")} {(report.Errors == 1 ? "stops" : "stop")} working, {Shown.Count(warnings, "warning")} ({read}).";
    }
}
