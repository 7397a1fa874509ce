namespace KedaStack.Tests.Checks.Files;

/// <summary>A change of the app, and what the checks say of it.</summary>
/// <param name="Check">The id of the check that finds it; empty for a change that is legal.</param>
/// <param name="Change">The change in words.</param>
/// <param name="Yaml">The changed app.</param>
/// <param name="Path">The path of the finding.</param>
/// <param name="Found">A part of what it finds.</param>
/// <param name="AlsoAt">The path of a second finding of the same check; empty for none.</param>
internal sealed record FileBreakage(string Check, string Change, string Yaml, string Path = "", string Found = "", string AlsoAt = "")
{
    /// <summary>Whether it is an information, and not at least a warning.</summary>
    public bool IsInformation { get; init; }

    /// <summary>A part of what it expects.</summary>
    public string Expected { get; init; } = "";

    /// <summary>The name of the test case.</summary>
    public string Name => $"{(Check.Length == 0 ? "legal" : Check)}: {Change}";
}
