using System.Text.Json;
using KedaStack.Infra.Settings;
using KedaStack.Infra.Settings.Parsing;
using KedaStack.Infra.Settings.Parsing.Values;

namespace KedaStack.Tests.Infra.Settings;

/// <summary>Settings from a few values, the rest by default.</summary>
internal static class Given
{
    public static RawSettings Raw(params (string Key, string Text)[] values) =>
        values.Aggregate(RawSettings.Empty, (raw, value) => raw.With(value.Key, value.Text));

    public static StackSettings Settings(params (string Key, string Text)[] values)
    {
        var result = SettingsParser.Parse(Raw(values));
        Assert.Empty(result.Problems);
        return result.Settings!;
    }

    public static IReadOnlyList<string> Problems(params (string Key, string Text)[] values) =>
        Lines(SettingsParser.Parse(Raw(values)));

    public static IReadOnlyList<string> Lines(SettingsResult result) => [.. result.Problems.Select(problem => problem.ToString())];

    /// <summary>Everything that a result says, to compare two of them.</summary>
    public static string Text(SettingsResult result) =>
        result.IsValid ? Text(result.Settings) : string.Join('\n', result.Problems);

    /// <summary>All values of the settings, to compare two of them: records with lists are equal only by reference.</summary>
    public static string Text(StackSettings settings) => JsonSerializer.Serialize(settings);
}
