using System.Globalization;
using KedaStack.Infra.Cluster;

namespace KedaStack.Checks.Reports;

/// <summary>Writes the table of AKS' versions into docs/versions.md.</summary>
internal static class VersionDocs
{
    /// <summary>Where the page is, from the root of the repository.</summary>
    public const string Path = "docs/versions.md";

    private const string Begin = "<!-- Generated from infra/Cluster/AksVersions.cs by ./kedastack check --write-docs: begin -->";
    private const string End = "<!-- Generated from infra/Cluster/AksVersions.cs: end -->";

    /// <summary>The page with the table of today; what is around it stays.</summary>
    /// <param name="page">The page; without the markers it stays as it is.</param>
    public static string WithTable(string page)
    {
        var (begin, end) = (page.IndexOf(Begin, StringComparison.Ordinal), page.IndexOf(End, StringComparison.Ordinal));
        return begin < 0 || end < begin ? page : $"{page[..begin]}{Begin}\n\n{Table()}\n\n{page[end..]}";
    }

    private static string Table() => string.Join('\n',
    [
        $"As read in {Month(AksVersions.Read)}.",
        "",
        "| Kubernetes | KEDA of the add-on | by release notes | Support ends with | with long-term support |",
        "|---|---|---|---|---|",
        .. AksVersions.All.Select(Row),
    ]);

    private static string Row(AksVersion version) =>
        $"| {version.Name} | {version.Keda} | {Minor(version)} | {Month(version.EndOfSupport)} | {Month(version.EndOfLongTermSupport)} |";

    private static string Minor(AksVersion version) =>
        version.KedaByReleaseNotes is { } keda ? string.Create(CultureInfo.InvariantCulture, $"{keda.Major}.{keda.Minor}") : "";

    private static string Month(DateOnly? month) => month?.ToString("MMMM yyyy", CultureInfo.InvariantCulture) ?? "";
}
