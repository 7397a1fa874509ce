using System.Text;
using KedaStack.Checks.Rules;

namespace KedaStack.Checks.Reports;

/// <summary>Writes docs/checks.md from the catalogue.</summary>
internal static class CheckDocs
{
    /// <summary>Where the page is, from the root of the repository.</summary>
    public const string Path = "docs/checks.md";

    /// <summary>The page.</summary>
    public static string Write()
    {
        var text = new StringBuilder(
            $"""
            <!-- Generated from checks/ by ./kedastack check --write-docs. -->
            # Checks

            `./kedastack check` looks for mistakes between resources before anything is created, from the same offline preview
            as `./kedastack preview`, which ends with the same findings. There are {CheckCatalogue.All.Count} checks. They read what the stack
            became and not its settings. An error is what cannot work or must not be deployed; a warning is what works, but maybe
            not as intended; an information is what works as it is, and what the cluster will say of it.

            Exit codes: 0 without errors (warnings and information are no failure), 1 for settings that cannot be read, 2 when a check
            found an error. `preview` uses the same exit codes, except with `--json`, `--markdown` or `--diff`. `check --json` and
            `check --markdown` write the report for machines and for pull requests, and `--severity error` leaves out
            warnings and information, `--severity warning` the information.

            A finding that is intended is suppressed in the stack's file, by the id of its check and with a reason:

            ```yaml
            config:
              kedastack:suppressedChecks:
                - cooldown-without-effect=set for the day when the minimum becomes 0
            ```

            """.ReplaceLineEndings("\n"));
        foreach (var group in CheckCatalogue.Groups)
        {
            text.Append("\n## ").Append(group.Name).Append('\n');
            foreach (var check in group.Checks.Select(check => check.Info))
            {
                text.Append("\n### ").Append(check.Id).Append("\n\n")
                    .Append(check.Title).Append(". (").Append(CheckText.Word(check.Severity)).Append(")\n\n")
                    .Append("- What you would see: ").Append(Escaped(check.Failure)).Append(".\n")
                    .Append("- Cause: ").Append(Escaped(check.Cause)).Append('\n')
                    .Append("- Fix: ").Append(Escaped(check.Fix)).Append('\n');
            }
        }

        text.Append("\n## What no check sees\n\n");
        foreach (var (name, why) in CheckLimits.All)
        {
            text.Append("- ").Append(name).Append(": ").Append(Escaped(why)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Angle brackets outside of code would be taken for HTML.</summary>
    private static string Escaped(string text) =>
        string.Join('`', text.Split('`').Select((part, index) => index % 2 == 0 ? part.Replace("<", "&lt;", StringComparison.Ordinal) : part));
}
