namespace KedaStack.Infra.Settings.Problems;

/// <summary>Something that must be mended before the settings can be used.</summary>
/// <param name="Key">The config key; or the file, with line and column where known; or the option of the command line.</param>
/// <param name="Message">What is wrong, what was given, and what would be right.</param>
public sealed record SettingsProblem(string Key, string Message)
{
    /// <summary>The line to show: <c>key: what is wrong (got ...); what would be right</c>.</summary>
    public override string ToString() => $"{Key}: {Message}";

    /// <summary>Makes a problem in the form of all messages.</summary>
    /// <param name="key">See <see cref="Key"/>.</param>
    /// <param name="wrong">What is wrong, such as <c>is not a number</c>.</param>
    /// <param name="got">What was given, already quoted.</param>
    /// <param name="right">What would be right, such as <c>write a number</c>.</param>
    internal static SettingsProblem Create(string key, string wrong, string got, string right) =>
        new(key, Describe(wrong, got, right));

    /// <summary>The message of all problems.</summary>
    internal static string Describe(string wrong, string got, string right) => $"{wrong} (got {got}); {right}";
}
