using KedaStack.Cli.Tune;
using KedaStack.Infra.Settings.Parsing;
using KedaStack.Scaling;

namespace KedaStack.Tests.Cli.Tune;

/// <summary>Changes between settings given as assignments.</summary>
internal static class TunedChange
{
    public static IReadOnlyList<SettingChange> Between(string before, string after) => SettingChange.Between(Settings(before), Settings(after));

    public static ScalingSettings Settings(string assignments) => SettingsParser.Parse(assignments
        .Split(';', StringSplitOptions.RemoveEmptyEntries)
        .Select(assignment => assignment.Split('='))
        .Aggregate(RawSettings.Empty, (raw, pair) => raw.With(pair[0], pair[1]))).Settings!.Scaling;
}
