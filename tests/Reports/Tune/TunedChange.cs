using KedaStack.Infra.Settings.Parsing;
using KedaStack.Infra.Settings.Parsing.Values;
using KedaStack.Reports.Tune;
using KedaStack.Scaling;

namespace KedaStack.Tests.Reports.Tune;

/// <summary>Changes between settings given as assignments.</summary>
internal static class TunedChange
{
    public static IReadOnlyList<SettingChange> Between(string before, string after) => SettingChange.Between(Settings(before), Settings(after));

    public static ScalingSettings Settings(string assignments) => SettingsParser.Parse(assignments
        .Split(';', StringSplitOptions.RemoveEmptyEntries)
        .Select(assignment => assignment.Split('='))
        .Aggregate(RawSettings.Empty, (raw, pair) => raw.With(pair[0], pair[1]))).Settings!.Scaling;
}
