using KedaStack.Infra.Settings.Parsing.Values;
using KedaStack.Infra.Settings.Problems;

namespace KedaStack.Infra.Settings.Sources;

/// <summary>The values of the command line: <c>--config key=value</c>, the last of a key wins.</summary>
internal static class ConfigOverrides
{
    // The namespaces of the program's providers and of Pulumi itself.
    private static readonly string[] _providers = ["azure-native:", "azuread:", "kubernetes:", "pulumi:"];

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
            else if (!_providers.Any(provider => assignment.Trim().StartsWith(provider, StringComparison.Ordinal)))
            {
                // Nobody reads it.
                var name = assignment[..equals].Trim();
                problems.Add(SettingsProblem.Create(
                    "--config", "is of another namespace and has no effect here", Quoted.Text(name), $"write {name[(name.LastIndexOf(':') + 1)..]}={assignment[(equals + 1)..].Trim()}, or leave it out"));
            }
        }

        return new(settings, problems);
    }
}
