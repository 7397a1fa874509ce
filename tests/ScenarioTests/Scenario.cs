using System.Text;
using System.Text.RegularExpressions;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.ScenarioTests;

/// <summary>
/// A user's story as a folder: <c>command.txt</c> holds the command lines (tests/Scenarios/README.md), <c>expected.txt</c>
/// all that they write, every other file is input. The commands run one after the other in a folder of their own.
/// </summary>
/// <param name="Name">The folder's name.</param>
internal sealed partial record Scenario(string Name)
{
    /// <summary>The environment variable that, set to <c>write</c>, makes the tests write what they should expect.</summary>
    public const string Switch = "KEDASTACK_SCENARIOS";

    private const string CommandFile = "command.txt";
    private const string ExpectedFile = "expected.txt";

    private static readonly string _root = RepositoryRoot.PathOf("tests/Scenarios");

    private string Folder => Path.Combine(_root, Name);

    /// <summary>The names of all scenarios.</summary>
    public static IEnumerable<string> All => Directory.GetDirectories(_root).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal);

    /// <summary>Runs the commands and compares what they write with what is expected.</summary>
    public async Task HoldsAsync()
    {
        var actual = await RunAsync();
        var file = Path.Combine(Folder, ExpectedFile);
        if (Environment.GetEnvironmentVariable(Switch) == "write")
        {
            await File.WriteAllTextAsync(file, actual);
            return;
        }

        Assert.True(File.Exists(file), $"{file} is missing; run the test with {Switch}=write and review what it writes.");
        var expected = await File.ReadAllTextAsync(file);
        Assert.True(actual == expected, $"{Difference(expected, actual)}\nIf that is right: run the test with {Switch}=write and review the change.");
    }

    private async Task<string> RunAsync()
    {
        using var temporary = new TemporaryDirectory();
        var folder = temporary.Combine("folder");
        Directory.CreateDirectory(folder);
        await using var prometheus = await ScenarioPrometheus.StartAsync(Folder);
        CopyInputs(folder, prometheus);
        var transcript = new StringBuilder();
        foreach (var line in await File.ReadAllLinesAsync(Path.Combine(Folder, CommandFile)))
        {
            if (line.Length > 0 && !line.StartsWith('#'))
            {
                var before = WrittenFile.StateOf(folder);
                var run = await ScenarioProcess.RunAsync(ScenarioLine.Parse(prometheus.Reached(line)), folder, temporary.Path);
                transcript.Append("$ ").Append(line).Append('\n');
                Section(transcript, null, run.Output);
                Section(transcript, "standard error", run.Error);
                foreach (var written in WrittenFile.Since(before, folder))
                {
                    Section(transcript, written.Name, written.Text);
                }

                transcript.Append("[exit code ").Append(run.ExitCode).Append("]\n");
            }
        }

        // Which SDK there is depends on the machine's feed, and a new check or build is no change of a story that it does not touch.
        return prometheus.Shown(Counted().Replace(SdkLine().Replace(transcript.ToString(), "Pulumi SDK: ..."), "..."))
            .Replace(folder, "<folder>", StringComparison.Ordinal)
            .Replace(RepositoryRoot.Path, "<checkout>", StringComparison.Ordinal);
    }

    [GeneratedRegex("^Pulumi SDK: .*$", RegexOptions.Multiline)]
    private static partial Regex SdkLine();

    [GeneratedRegex("[0-9]+(?= checks passed,)|(?<=suppressed, )[0-9]+(?= not applicable)|(?<=^not applicable: )[0-9]+ checks?|(?<=\"passed\": )[0-9]+(?=,$)|(?<=^kedastack )[0-9]\\S*$|(?<=^commit: ).*$", RegexOptions.Multiline)]
    private static partial Regex Counted();

    /// <summary>The checkout's own project, and over it what the scenario brings.</summary>
    private void CopyInputs(string folder, ScenarioPrometheus prometheus)
    {
        foreach (var name in (string[])["Pulumi.yaml", "Pulumi.dev.yaml"])
        {
            File.Copy(RepositoryRoot.PathOf(name), Path.Combine(folder, name));
        }

        foreach (var file in Directory.GetFiles(Folder, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(Folder, file);
            if (name is not (CommandFile or ExpectedFile or ScenarioPrometheus.AnswersFile))
            {
                var copy = Path.Combine(folder, name);
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy, overwrite: true);
                if (File.Exists(Path.Combine(Folder, ScenarioPrometheus.AnswersFile)))
                {
                    File.WriteAllText(copy, prometheus.Reached(File.ReadAllText(copy)));
                }
            }
        }
    }

    private static void Section(StringBuilder transcript, string? name, string text)
    {
        if (name is null ? text.Length == 0 : text.Length == 0 && name == "standard error")
        {
            return;
        }

        if (name is not null)
        {
            transcript.Append('[').Append(name).Append("]\n");
        }

        transcript.Append(text);
        if (text.Length > 0 && !text.EndsWith('\n'))
        {
            transcript.Append("\n[no end of line]\n");
        }
    }

    private static string Difference(string expected, string actual)
    {
        var (were, are) = (expected.Split('\n'), actual.Split('\n'));
        var at = were.Zip(are).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"Line {at + 1} differs.\n{Excerpt("Expected", were, at)}\n{Excerpt("Actual", are, at)}";
    }

    private static string Excerpt(string title, string[] lines, int at) =>
        $"{title}:\n{string.Join('\n', lines.Skip(Math.Max(0, at - 2)).Take(6).Select(line => $"  {line}"))}";
}
