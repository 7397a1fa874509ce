using KedaStack.Cli;
using KedaStack.Cli.Shell;
using KedaStack.Cli.Shell.Files;
using KedaStack.Cli.Shell.Help;

namespace KedaStack.Tests.Cli.Shell.Help;

public sealed class HelpTextTests
{
    private const int LongCommand = 15;

    private static readonly System.CommandLine.RootCommand _root = KedaStackCommand.Create(new Terminal(TextWriter.Null, TextWriter.Null, widthColumns: null));

    public static TheoryData<string, int> Commands()
    {
        var data = new TheoryData<string, int>();
        foreach (var command in _root.Subcommands)
        {
            data.Add(command.Name, 40);
            data.Add(command.Name, 80);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Write_AnyWidth_NamesEveryOptionOnceAndBreaksNoWord(string name, int widthColumns)
    {
        var command = _root.Subcommands.Single(command => command.Name == name);

        var text = HelpText.Write(command, widthColumns);

        // A word that is wider than the terminal, such as a URL of an example, stays whole.
        Assert.All(text.Split('\n'), line => Assert.True(line.Length <= widthColumns || line.Trim().Split(' ').Any(word => word.Length > widthColumns - 8), line));
        Assert.All(
            command.Options.Where(option => !option.Hidden),
            option => Assert.Single(text.Split('\n'), line => line.StartsWith("  -", StringComparison.Ordinal) && line.Split(' ', ',').Contains(option.Name)));
        var words = command.Options.Where(option => !option.Hidden).SelectMany(option => option.Description!.Split(' '));
        Assert.All(words, word => Assert.Contains(word, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Groups_OfLongCommands_HoldAllButFewOptions()
    {
        foreach (var command in _root.Subcommands.Where(command => command.Options.Count > LongCommand && command.Name != "explain"))
        {
            Assert.Empty(command.Options.Where(option => !option.Hidden && OptionGroup.Of(option.Name) == OptionGroup.Other).Select(option => option.Name));
        }
    }

    [Fact]
    public void Usage_NamesWhatIsRequired() =>
        Assert.Contains("  kedastack tune --traffic <load> [options]\n", HelpText.Write(_root.Subcommands.Single(command => command.Name == "tune"), 100), StringComparison.Ordinal);

    [Fact]
    public void FilesOfOptions_AreAllKnownAsReadOrWritten() => Assert.All(
        _root.Subcommands.SelectMany(command => command.Options).Where(option => option.HelpName is "file" or "directory"),
        option => Assert.True(NamedFiles.Outputs.Contains(option.Name) || NamedFiles.Inputs.Contains(option.Name), option.Name));
}
