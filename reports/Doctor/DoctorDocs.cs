using System.Text;
using KedaStack.Doctor;
using KedaStack.Doctor.Azure;
using KedaStack.Doctor.Messages;
using KedaStack.Infra.Settings.Catalogue;

namespace KedaStack.Reports.Doctor;

/// <summary>Writes the tables of links and messages into docs/doctor.md.</summary>
internal static class DoctorDocs
{
    /// <summary>Where the page is, from the root of the repository.</summary>
    public const string Path = "docs/doctor.md";

    private const string Begin = "<!-- Generated from doctor/ by ./kedastack doctor --write-docs: begin -->";
    private const string End = "<!-- Generated from doctor/: end -->";

    /// <summary>The page with the tables of today; what is around them stays.</summary>
    public static string WithTables(string page) => GeneratedPart.Replace(page, Begin, End, Tables());

    private static string Tables()
    {
        var text = new StringBuilder("## The links\n\n| Link | Reads | Breaks by |\n|---|---|---|\n");
        foreach (var link in LinkList.All)
        {
            text.Append($"| `{link.Id}` | {link.Reads} | {link.Breaks} |\n");
        }

        text.Append("\n## Messages\n\nWhat components say, as regular expressions; the first that fits is meant.\n");
        foreach (var (title, causes) in MessageTable.Groups)
        {
            text.Append($"\n### {title}\n\n| Message | Link | Means | Mend |\n|---|---|---|---|\n");
            foreach (var cause in causes)
            {
                text.Append($"| {(cause.Text.Length == 0 ? "anything else" : $"`{Cell(cause.Text)}`")} | `{cause.Link}` | {Cell(cause.Means)} | {Cell(cause.Mend)} |\n");
            }
        }

        text.Append("\n### Prometheus, by what it says of the series\n\n| Found | Link | Means | Mend |\n|---|---|---|---|\n");
        foreach (var cause in SeriesCauses.All)
        {
            text.Append($"| {Cell(cause.Text)} | `{cause.Link}` | {Cell(cause.Means)} | `{Cell(cause.Mend)}` |\n");
        }

        text.Append("\n### Azure, by what its resources say\n\n| Found | Link | Means | Mend |\n|---|---|---|---|\n");
        foreach (var cause in AzureCauses.All)
        {
            text.Append($"| {Cell(cause.Case)} | `{cause.Link}` | {Cell(cause.Means)} | `{Cell(cause.Mend)}` |\n");
        }

        return text.ToString().TrimEnd('\n');
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
