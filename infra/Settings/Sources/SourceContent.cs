using KedaStack.Infra.Settings.Parsing.Values;
using KedaStack.Infra.Settings.Problems;

namespace KedaStack.Infra.Settings.Sources;

/// <summary>What a source of settings gave.</summary>
/// <param name="Settings">Its values; null when they could not be read at all, so that nothing can be said about them.</param>
/// <param name="Problems">What is wrong with the source itself rather than with a value.</param>
internal sealed record SourceContent(RawSettings? Settings, IReadOnlyList<SettingsProblem> Problems)
{
    public static SourceContent Unreadable(SettingsProblem problem) => new(null, [problem]);
}
