using System.Text.Json;

namespace KedaStack.Infra.Settings.Sources;

/// <summary>
/// The environment variable in which the engine hands the config to a program: a JSON object of namespaced keys and
/// texts. <c>Pulumi.Config</c> gets a key that it is told; only the variable tells which keys are there.
/// </summary>
public static class PulumiConfigVariable
{
    /// <summary>The variable's name.</summary>
    public const string Name = "PULUMI_CONFIG";

    /// <summary>The keys of the project, without namespace and sorted.</summary>
    /// <param name="json">The variable's value.</param>
    /// <param name="project">The project's name: <c>Deployment.Instance.ProjectName</c>.</param>
    /// <returns>None when the variable is not set (under mocks) or holds something else.</returns>
    public static IReadOnlyList<string> Keys(string? json, string project)
    {
        if (string.IsNullOrWhiteSpace(json))
        {
            return [];
        }

        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind is JsonValueKind.Object
                ? [.. Keys(document.RootElement, project).Order(StringComparer.Ordinal)]
                : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    // A key without namespace can only be a mistake of whoever set the variable, not a key of this project.
    private static IEnumerable<string> Keys(JsonElement config, string project) =>
        config.EnumerateObject()
            .Where(property => property.Name.Contains(':', StringComparison.Ordinal))
            .Select(property => OwnKey.Of(property.Name, project))
            .OfType<string>();
}
