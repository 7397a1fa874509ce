using KedaStack.Cli.Shell;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Cli.Shell.Files;

public sealed class NamedFilesTests : IDisposable
{
    private const string Text = "time,rate\n0,1\n60,2\n";

    private readonly TemporaryDirectory _directory = new();

    public NamedFilesTests()
    {
        foreach (var file in (string[])["Pulumi.yaml", "Pulumi.dev.yaml"])
        {
            File.Copy(RepositoryRoot.PathOf(file), _directory.Combine(file));
        }

        File.WriteAllText(_directory.Combine("t.csv"), Text);
        Directory.CreateDirectory(_directory.Combine("folder"));
        File.WriteAllText(_directory.Combine("folder", "a.yaml"), "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n");
    }

    public static TheoryData<string, string, string> Overwrites() => new()
    {
        { "simulate -t {0}/t.csv", "-o", "{0}/t.csv" },
        { "simulate -t {0}/t.csv", "--report", "{0}/t.csv" },
        { "simulate -t {0}/t.csv", "--svg", "{0}/folder/../t.csv" },
        { "simulate -t {0}/t.csv", "--k6", "{0}/link.csv" },
        { "simulate -t {0}/link.csv", "-o", "{0}/t.csv" },
        { "simulate -t {0}/linked/t.csv", "-o", "{0}/t.csv" },
        { "simulate -t demo", "-o", "{0}/Pulumi.dev.yaml" },
        { "tune -t demo -t {0}/t.csv", "-o", "{0}/t.csv" },
        { "local -t {0}/t.csv", "--report", "{0}/t.csv" },
        { "preview --diff {0}/t.csv", "-o", "{0}/t.csv" },
        { "preview", "-o", "{0}/Pulumi.yaml" },
        { "explain --hpa {0}/t.csv", "-o", "{0}/t.csv" },
        { "explain --scaled-object {0}/t.csv", "-o", "{0}/t.csv" },
        { "check {0}/folder/a.yaml", "-o", "{0}/folder/a.yaml" },
        { "migrate {0}/folder/a.yaml", "-o", "{0}/folder/a.yaml" },
        { "check {0}/folder", "-o", "{0}/folder/a.yaml" },
    };

    [Theory]
    [MemberData(nameof(Overwrites))]
    public async Task Output_ThatIsAnInput_IsRefusedAndTheInputStays(string command, string option, string output)
    {
        Link("link.csv", "t.csv");
        Link("linked", ".");
        var path = output.Replace("{0}", _directory.Path, StringComparison.Ordinal);
        var before = File.ReadAllText(path);

        var run = await RunAsync([.. command.Replace("{0}", _directory.Path, StringComparison.Ordinal).Split(' '), option, path]);

        Assert.Equal((ExitCodes.Failure, ""), (run.ExitCode, run.Output));
        Assert.Matches("^--(output|report|svg|k6): names (the file that --[a-z-]+ reads|a file that is read|a file of the stack) \\(got \".*\"\\); write to another file\n$", run.Error);
        Assert.Equal(before, File.ReadAllText(path));
    }

    [Fact]
    public async Task Output_ByAHardLink_IsRefused()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using (var link = System.Diagnostics.Process.Start("ln", [_directory.Combine("t.csv"), _directory.Combine("hard.csv")]))
        {
            await link.WaitForExitAsync();
        }

        var run = await CommandRun.InAsync(_directory.Path, "simulate", "-t", _directory.Combine("t.csv"), "-o", _directory.Combine("hard.csv"));

        Assert.Equal(ExitCodes.Failure, run.ExitCode);
        Assert.Equal(Text, File.ReadAllText(_directory.Combine("t.csv")));
    }

    [Theory]
    [InlineData("simulate -t {0}/t.csv -o {0}/other.csv")]
    [InlineData("check {0}/folder -o {0}/folder/result.json --json")]
    public async Task Output_ThatIsNoInput_IsWritten(string command)
    {
        var run = await RunAsync(command.Replace("{0}", _directory.Path, StringComparison.Ordinal).Split(' '));

        Assert.Contains("Wrote ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("simulate", "--output")]
    [InlineData("simulate", "--report")]
    [InlineData("simulate", "--scaled-object")]
    [InlineData("tune", "--output")]
    [InlineData("preview", "--diff")]
    [InlineData("preview", "--output")]
    [InlineData("explain", "--hpa")]
    [InlineData("explain", "--scaled-object")]
    [InlineData("render", "--output")]
    [InlineData("local", "--report")]
    public async Task Name_Empty_IsSaidInOurWords(string command, string option) => Assert.Equal(
        new CommandRun(ExitCodes.Failure, "", $"{option}: names no file (got \"\"); write the name of a file\n"), await CommandRun.OfAsync(command, option, ""));

    [Theory]
    [InlineData("preview", "--diff")]
    [InlineData("preview", "--given")]
    [InlineData("doctor", "--offline")]
    public async Task File_ThatIsAFolder_IsSaid(string command, string option) => Assert.Equal(
        $"{option}: is a folder (got \"{_directory.Path}\"); name a file\n", (await CommandRun.OfAsync(command, option, _directory.Path)).Error);

    public void Dispose() => _directory.Dispose();

    // Files that are checked are of no project.
    private Task<CommandRun> RunAsync(string[] arguments) =>
        arguments[0] is "check" or "migrate" ? CommandRun.WithoutDirectoryAsync(arguments) : CommandRun.InAsync(_directory.Path, arguments);

    private void Link(string name, string target) => File.CreateSymbolicLink(_directory.Combine(name), _directory.Combine(target));
}
