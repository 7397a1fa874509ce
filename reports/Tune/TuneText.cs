using System.Globalization;
using KedaStack.Reports.Writing;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Reports.Tune;

/// <summary>A search for people.</summary>
internal static class TuneText
{
    private const int ReadableColumns = 100;

    /// <summary>The text.</summary>
    /// <param name="report">The search.</param>
    /// <param name="widthColumns">The width of the terminal; more than is readable counts as what is.</param>
    public static string Write(TuneReport report, int widthColumns)
    {
        var width = Math.Min(widthColumns, ReadableColumns);
        var page = new TextPage(width);
        var result = report.Result;
        foreach (var traffic in report.Traffics)
        {
            page.Line(string.Create(
                CultureInfo.InvariantCulture,
                $"{report.Kind} {report.Stack}, traffic {traffic.Source}, {PrometheusDuration.Format(traffic.Duration)}, seed {report.Options.Seed}"));
        }

        page.Line($"{TuneReasons.End(report)} Figures are means of {report.Options.ConfirmationRuns.ToString(CultureInfo.InvariantCulture)} runs with random times other than the search's.");
        page.Heading(FrontTable.Title(result));
        FrontTable.Write(page, result, report.World.Prices);
        Recommendation(page, report, widthColumns);
        if (result.Skipped.Count > 0)
        {
            page.Heading("Not tried");
        }

        foreach (var skip in result.Skipped)
        {
            page.Item($"{skip.Name}: {skip.Reason}");
        }

        if (report.Notes.Count > 0)
        {
            page.Line("");
        }

        foreach (var note in report.Notes)
        {
            page.Line(note);
        }

        return page.ToString();
    }

    private static void Recommendation(TextPage page, TuneReport report, int widthColumns)
    {
        var (result, changes) = (report.Result, report.Changes);
        page.Heading(changes.Count == 0 ? "Recommended: today's settings" : "Recommended");
        if (!result.IsAllowed)
        {
            page.Item("Nothing that was tried stays within the bounds; this comes nearest.");
        }

        foreach (var effect in result.Effects)
        {
            page.Item(TuneReasons.Effect(effect, report));
        }

        if (changes.Count > 0)
        {
            page.Item(TuneReasons.Comparison(result));
        }

        page.Item(TuneReasons.Rule(report));
        if (!result.Front.Any(point => point.Total.Objectives == result.Recommended.Total.Objectives))
        {
            page.Item("Points of the front that are a little better than this change more settings, or are beyond the bounds.");
        }

        if (changes.Count > 0 && report.FileChange is { } change)
        {
            Patch(page, change.Patch, change.ByHand);
        }
        else if (changes.Count > 0)
        {
            page.Heading($"In Pulumi.{report.Stack}.yaml:");
            page.Text(ConfigFragment.Write(changes));
            page.Heading("Or:");
            page.Text(string.Concat(PulumiCommands.For(report.Stack, changes).Select(command => ShellLines.Of(command, widthColumns))));
        }

        if (changes.Count > 0)
        {
            page.Heading("To see it, one run of those that the figures are means of:");
            page.Text(string.Concat(report.Simulations.Select(command => ShellLines.Of(command, widthColumns))));
        }
    }

    private static void Patch(TextPage page, string patch, IReadOnlyList<string> byHand)
    {
        if (patch.Length > 0)
        {
            page.Heading("As a patch (git apply, patch -p1):");
            page.Text(patch);
        }

        if (byHand.Count > 0)
        {
            page.Heading(patch.Length > 0 ? "And by hand:" : "To change:");
            foreach (var line in byHand)
            {
                page.Line(line);
            }
        }
    }
}
