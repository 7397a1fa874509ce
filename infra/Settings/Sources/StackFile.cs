using System.Text.RegularExpressions;
using KedaStack.Infra.Settings.Parsing.Values;
using KedaStack.Infra.Settings.Problems;

namespace KedaStack.Infra.Settings.Sources;

/// <summary>Pulumi.&lt;stack&gt;.yaml: the config of one stack.</summary>
internal static class StackFile
{
    private const string Prefix = "Pulumi.";
    private const string Suffix = ".yaml";
    private const string WhenEmpty = "write config: {} for a stack of defaults";

    /// <summary>The name of a stack's file.</summary>
    public static string NameOf(string stack) => $"{Prefix}{stack}{Suffix}";

    /// <summary>
    /// Reads the file. Where no stack of the project has one, this is a stack of defaults, as Pulumi takes it: Pulumi.yaml is
    /// all that a preview needs. Where others have, a missing one is a mistake.
    /// </summary>
    public static SourceContent Read(string directory, string stack, string project)
    {
        if (!StackName.IsMatch(stack))
        {
            return SourceContent.Unreadable(SettingsProblem.Create(
                "--stack",
                "is not a stack's name",
                Quoted.Text(stack),
                "write letters, digits, hyphens, underscores and periods"));
        }

        var path = Path.Combine(directory, NameOf(stack));
        if (!File.Exists(path) && !Directory.Exists(path))
        {
            var stacks = Stacks(directory);
            return stacks.Count == 0 ? new SourceContent(RawSettings.Empty, []) : SourceContent.Unreadable(Missing(stack, stacks));
        }

        var file = YamlFile.Read(path, WhenEmpty);
        return file.Root is null ? SourceContent.Unreadable(file.Problem!) : ConfigBlock.ReadValues(file, project);
    }

    private static List<string> Stacks(string directory) =>
    [
        .. Directory.EnumerateFiles(directory, $"{Prefix}*{Suffix}")
            .Select(Path.GetFileName)
            .OfType<string>()
            .Where(name => name.Length > Prefix.Length + Suffix.Length)
            .Select(name => name[Prefix.Length..^Suffix.Length])
            .Order(StringComparer.Ordinal),
    ];

    private static SettingsProblem Missing(string stack, List<string> stacks) => SettingsProblem.Create(
        NameOf(stack),
        "is not there",
        $"the stacks {string.Join(", ", stacks)}",
        $"choose one of these, or copy {NameOf(stacks[0])} to {NameOf(stack)} and edit it");

    private static Regex StackName => field ??= new(@"^[A-Za-z0-9._-]{1,100}\z", RegexOptions.CultureInvariant);
}
