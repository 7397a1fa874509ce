using System.Text.RegularExpressions;
using KedaStack.Infra.Settings.Problems;

namespace KedaStack.Infra.Settings.Sources;

/// <summary>Pulumi.&lt;stack&gt;.yaml: the config of one stack.</summary>
internal static partial class StackFile
{
    private const string Prefix = "Pulumi.";
    private const string Suffix = ".yaml";
    private const string WhenEmpty = "write config: {} for a stack of defaults";

    /// <summary>The name of a stack's file.</summary>
    public static string NameOf(string stack) => $"{Prefix}{stack}{Suffix}";

    public static SourceContent Read(string directory, string stack, string project)
    {
        if (!StackName().IsMatch(stack))
        {
            return SourceContent.Unreadable(SettingsProblem.Create(
                "--stack",
                "is not a stack's name",
                Quoted.Text(stack),
                "write letters, digits, hyphens, underscores and periods"));
        }

        var path = Path.Combine(directory, NameOf(stack));
        if (!File.Exists(path))
        {
            return SourceContent.Unreadable(Missing(directory, stack));
        }

        var file = YamlFile.Read(path, WhenEmpty);
        return file.Root is null ? SourceContent.Unreadable(file.Problem!) : ConfigBlock.ReadValues(file, project);
    }

    private static SettingsProblem Missing(string directory, string stack)
    {
        var stacks = Directory.EnumerateFiles(directory, $"{Prefix}*{Suffix}")
            .Select(Path.GetFileName)
            .OfType<string>()
            .Where(name => name.Length > Prefix.Length + Suffix.Length)
            .Select(name => name[Prefix.Length..^Suffix.Length])
            .Order(StringComparer.Ordinal)
            .ToList();
        return stacks.Count == 0
            ? SettingsProblem.Create(NameOf(stack), "is not there", $"no stack file in {directory}", $"make it: {WhenEmpty}")
            : SettingsProblem.Create(
                NameOf(stack),
                "is not there",
                $"the stacks {string.Join(", ", stacks)}",
                $"choose one of these, or copy {NameOf(stacks[0])} to {NameOf(stack)} and edit it");
    }

    [GeneratedRegex(@"^[A-Za-z0-9._-]{1,100}\z", RegexOptions.CultureInvariant)]
    private static partial Regex StackName();
}
