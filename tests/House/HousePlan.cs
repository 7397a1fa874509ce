using System.Text.RegularExpressions;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.House;

/// <summary>
/// The plan of the house, as docs/design.md draws it: for each project the projects that it may use, and its folders in layers.
/// A folder may use folders of lower layers, and what the other projects hold. A folder stands for those in it that the
/// plan does not name themselves; <c>.</c> is the project's own folder without those in it.
/// </summary>
/// <param name="Projects">The projects by their folder's name.</param>
internal sealed partial record HousePlan(IReadOnlyDictionary<string, HousePlan.Project> Projects)
{
    private const string Begin = "<!-- The plan of the house, read by tests/House: begin -->";
    private const string End = "<!-- The plan of the house: end -->";

    /// <summary>What a project may use, and the layer of each of its folders, from 0 at the top.</summary>
    public sealed record Project(IReadOnlySet<string> Uses, IReadOnlyDictionary<string, int> Layers)
    {
        /// <summary>The name under which a folder stands in the plan; null for one that it does not know.</summary>
        /// <param name="folder">The path below the project, <c>.</c> for its own.</param>
        public string? NameOf(string folder)
        {
            for (var name = folder; ; name = name[..name.LastIndexOf('/')])
            {
                if (Layers.ContainsKey(name))
                {
                    return name;
                }

                if (!name.Contains('/', StringComparison.Ordinal))
                {
                    return null;
                }
            }
        }
    }

    /// <summary>The plan of docs/design.md as text.</summary>
    public static string OfDesign()
    {
        var page = RepositoryRoot.Read("docs/design.md");
        return page[(page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length)..page.IndexOf(End, StringComparison.Ordinal)];
    }

    /// <summary>Reads a plan: a line <c>project: what it uses</c>, and indented below it a line for each layer.</summary>
    public static HousePlan Parse(string text)
    {
        var projects = new Dictionary<string, Project>();
        var layers = new Dictionary<string, int>();
        var layer = 0;
        foreach (var line in text.Split('\n'))
        {
            if (ProjectLine().Match(line) is { Success: true } project)
            {
                (layers, layer) = ([], 0);
                projects.Add(project.Groups["name"].Value, new Project(Words(project.Groups["uses"].Value).ToHashSet(), layers));
            }
            else if (line.StartsWith(' ') && projects.Count > 0)
            {
                foreach (var folder in Words(line))
                {
                    layers.Add(folder, layer);
                }

                layer++;
            }
        }

        return new HousePlan(projects);
    }

    /// <summary>Why one folder may not use another one; null when it may.</summary>
    public string? Objection((string Project, string Folder) user, (string Project, string Folder) used)
    {
        if (user.Project != used.Project)
        {
            return Projects[user.Project].Uses.Contains(used.Project) ? null : $"{user.Project} does not use {used.Project}";
        }

        var project = Projects[user.Project];
        var (from, to) = (project.NameOf(user.Folder), project.NameOf(used.Folder));
        return from is null || to is null || from == to || project.Layers[from] < project.Layers[to]
            ? null
            : $"{user.Project}/{from} is not above {used.Project}/{to}";
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex("^(?<name>[a-z]+):(?<uses>( [a-z]+)*)$", RegexOptions.CultureInvariant)]
    private static partial Regex ProjectLine();
}
