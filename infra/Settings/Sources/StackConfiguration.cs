using KedaStack.Infra.Settings.Parsing;
using KedaStack.Infra.Settings.Parsing.Values;

namespace KedaStack.Infra.Settings.Sources;

/// <summary>A stack as the files of the project describe it, read without Pulumi.</summary>
/// <param name="Project">The project's name; empty when Pulumi.yaml could not be read.</param>
/// <param name="Stack">The stack's name, without organization and project.</param>
/// <param name="Result">The settings, or all that is wrong with the files and the values in them.</param>
public sealed record StackConfiguration(string Project, string Stack, SettingsResult Result)
{
    /// <summary>
    /// Reads the settings of a stack. A value of the command line goes before one of Pulumi.&lt;stack&gt;.yaml, that before
    /// a default of Pulumi.yaml, that before the default of the catalogue. Environments (<c>environment:</c>) are not
    /// read. Never throws for what a user wrote.
    /// </summary>
    /// <param name="directory">The directory of Pulumi.yaml.</param>
    /// <param name="stack">The stack's name, also as <c>organization/project/stack</c>.</param>
    /// <param name="overrides">Assignments <c>key=value</c>; a list is JSON or separated by commas.</param>
    public static StackConfiguration Load(string directory, string stack, IEnumerable<string> overrides)
    {
        var name = stack[(stack.LastIndexOf('/') + 1)..];
        var project = ProjectFile.Read(directory);
        if (project.Project.Length == 0)
        {
            return new(project.Project, name, SettingsResult.Invalid(project.Content.Problems));
        }

        return new(
            project.Project,
            name,
            Combine([project.Content, StackFile.Read(directory, name, project.Project), ConfigOverrides.Read(overrides, project.Project)]));
    }

    /// <summary>What assignments say, over the defaults of the catalogue, without any file.</summary>
    /// <param name="name">How it is called.</param>
    /// <param name="assignments">Assignments <c>key=value</c>, the last of a key wins.</param>
    public static StackConfiguration OfAssignments(string name, IEnumerable<string> assignments) =>
        new("", name, Combine([ConfigOverrides.Read(assignments, "")]));

    /// <summary>Values of a file that could not be read are not known, so that nothing is said about the others either.</summary>
    private static SettingsResult Combine(IReadOnlyList<SourceContent> sources)
    {
        var problems = sources.SelectMany(source => source.Problems).ToList();
        if (sources.All(source => source.Settings is not null))
        {
            var result = SettingsParser.Parse(
                sources.Aggregate(RawSettings.Empty, (settings, source) => settings.OverlaidBy(source.Settings!)));
            if (problems.Count == 0)
            {
                return result;
            }

            problems.AddRange(result.Problems);
        }

        return SettingsResult.Invalid(problems);
    }
}
