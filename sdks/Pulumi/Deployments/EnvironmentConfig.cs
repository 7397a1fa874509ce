using System.Collections.Immutable;
using System.Text.Json;

namespace Pulumi;

/// <summary>The configuration that the engine hands to a program.</summary>
internal static class EnvironmentConfig
{
    public static ImmutableDictionary<string, string> Read()
    {
        var config = ImmutableDictionary.CreateBuilder<string, string>();
        if (Environment.GetEnvironmentVariable("PULUMI_CONFIG") is { } json)
        {
            using var document = JsonDocument.Parse(json);
            foreach (var entry in document.RootElement.EnumerateObject())
            {
                // Older engines write project:config:key.
                var parts = entry.Name.Split(':', 3);
                var key = parts is [{ Length: > 0 }, "config", _] ? $"{parts[0]}:{parts[2]}" : entry.Name;
                config[key] = entry.Value.ToString();
            }
        }

        return config.ToImmutable();
    }
}
