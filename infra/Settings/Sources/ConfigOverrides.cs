using KedaStack.Infra.Settings.Parsing.Values;
using KedaStack.Infra.Settings.Problems;

namespace KedaStack.Infra.Settings.Sources;

/// <summary>The values of the command line: <c>--config key=value</c>, the last of a key wins.</summary>
internal static class ConfigOverrides
{
    public static SourceContent Read(IEnumerable<string> assignments, string project)
    {
        var settings = RawSettings.Empty;
        var problems = new List<SettingsProblem>();
        foreach (var assignment in assignments)
        {
            var equals = assignment.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                problems.Add(SettingsProblem.Create("--config", "is not key=value", Quoted.Text(assignment), "write it like --config threshold=20"));
            }
            else if (OwnKey.Of(assignment[..equals].Trim(), project) is { } key)
            {
                settings = settings.With(key, assignment[(equals + 1)..]);
            }
        }

        return new(settings, problems);
    }
}
