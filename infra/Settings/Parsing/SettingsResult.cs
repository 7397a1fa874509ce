using System.Diagnostics.CodeAnalysis;
using KedaStack.Infra.Settings.Problems;

namespace KedaStack.Infra.Settings.Parsing;

/// <summary>Either settings or all the problems that are in the way.</summary>
public sealed record SettingsResult
{
    private SettingsResult()
    {
    }

    /// <summary>The settings.</summary>
    /// <value>Null when there are problems.</value>
    public StackSettings? Settings { get; private init; }

    /// <summary>The problems: those of files and command line first, then by setting in the catalogue's order, then the unknown keys.</summary>
    /// <value>Empty when there are settings.</value>
    public required IReadOnlyList<SettingsProblem> Problems { get; init; }

    /// <summary>Whether there are settings.</summary>
    [MemberNotNullWhen(true, nameof(Settings))]
    public bool IsValid => Settings is not null;

    internal static SettingsResult Valid(StackSettings settings) => new() { Settings = settings, Problems = [] };

    internal static SettingsResult Invalid(IReadOnlyList<SettingsProblem> problems) => new() { Problems = problems };
}
