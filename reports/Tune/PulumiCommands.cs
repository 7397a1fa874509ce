using System.Globalization;

namespace KedaStack.Reports.Tune;

/// <summary>Changes as <c>pulumi config</c> commands for a shell.</summary>
internal static class PulumiCommands
{
    /// <summary>The commands, one a line.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="changes">The changes.</param>
    public static IReadOnlyList<string> For(string stack, IReadOnlyList<SettingChange> changes) =>
        [.. changes.SelectMany(change => For($"--stack {ShellWord.Quote(stack)}", change))];

    private static IEnumerable<string> For(string stack, SettingChange change)
    {
        if (change.After.Items is not { } items)
        {
            yield return $"pulumi config set {stack} {change.Key} {ShellWord.Quote(change.After.Text!)}";
            yield break;
        }

        // Items are set one by one; those of a longer list before would stay behind.
        if (change.Before.Items!.Count > items.Count)
        {
            yield return $"pulumi config rm {stack} {change.Key}";
        }

        for (var i = 0; i < items.Count; i++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"{change.Key}[{i}]");
            yield return $"pulumi config set {stack} --path {ShellWord.Quote(path)} {ShellWord.Quote(items[i])}";
        }
    }
}
