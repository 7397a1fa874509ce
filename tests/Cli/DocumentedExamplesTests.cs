using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Cli;

/// <summary>The examples of the README and the docs that begin with <c>$ ./kedastack</c> show what the command prints.</summary>
public sealed class DocumentedExamplesTests
{
    private const string Prompt = "$ ./kedastack ";

    public static TheoryData<string, string> Examples()
    {
        var examples = new TheoryData<string, string>();
        foreach (var file in Directory.GetFiles(RepositoryRoot.PathOf("docs"), "*.md").Append(RepositoryRoot.PathOf("README.md")))
        {
            foreach (var line in File.ReadLines(file).Where(line => line.StartsWith(Prompt, StringComparison.Ordinal)))
            {
                examples.Add(Path.GetRelativePath(RepositoryRoot.Path, file), line[Prompt.Length..]);
            }
        }

        return examples;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Example_IsWhatTheCommandPrints(string file, string command)
    {
        var run = await CommandRun.OfAsync(command.Split(' '));

        var printed = (run.Output + run.Error).Split('\n').Select(line => line.TrimEnd()).ToList();
        var at = 0;
        foreach (var line in Shown(file, command).Where(line => line.Trim() != "..."))
        {
            var found = printed.IndexOf(line.TrimEnd(), at);
            Assert.True(found >= 0, $"{file}: '{line}' is not what the command prints after line {at}:\n{string.Join('\n', printed)}");
            at = found + 1;
        }
    }

    private static IEnumerable<string> Shown(string file, string command) => File.ReadLines(RepositoryRoot.PathOf(file))
        .SkipWhile(line => line != Prompt + command)
        .Skip(1)
        .TakeWhile(line => line != "```");
}
