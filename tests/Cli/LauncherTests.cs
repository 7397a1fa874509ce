using System.Diagnostics;
using System.Runtime.Versioning;
using System.Text.RegularExpressions;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Cli;

/// <summary>The script <c>kedastack</c>, in a copy of the layout and with a dotnet that only writes down how it is called.</summary>
[UnsupportedOSPlatform("windows")]
public sealed partial class LauncherTests : IDisposable
{
    private readonly TemporaryDirectory _checkout = new();

    public LauncherTests()
    {
        foreach (var directory in Rooms().Append("sdks").Append("bin"))
        {
            Directory.CreateDirectory(_checkout.Combine(directory));
            File.WriteAllText(_checkout.Combine(directory, "Source.cs"), "");
        }

        foreach (var file in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "Pulumi.README.md" })
        {
            File.WriteAllText(_checkout.Combine(file), "");
        }

        File.Copy(RepositoryRoot.PathOf("kedastack"), _checkout.Combine("kedastack"));
        Executable("dotnet", """
            #!/bin/sh
            here=$(dirname "$(dirname "$0")")
            if [ "$1" = build ]; then
                [ ! -f "$here/broken" ] || { echo "error CS0001"; exit 1; }
                echo build >>"$here/calls"
                [ ! -f "$here/warning" ] || cat "$here/warning" "$here/warning"
                mkdir -p "$here/cli/bin/Debug/net10.0"
                : >"$here/cli/bin/Debug/net10.0/kedastack.dll"
            else
                shift
                echo "run $*" >>"$here/calls"
                exit 7
            fi
            """);
    }

    [Fact]
    public void Launcher_FirstRun_BuildsAndRuns()
    {
        Assert.Equal(7, Launch("preview", "--json").ExitCode);

        Assert.Equal(["build", "run preview --json"], Calls);
    }

    [Fact]
    public void Launcher_NothingChanged_OnlyRuns()
    {
        Launch();

        Launch();

        Assert.Equal(["build", "run ", "run "], Calls);
    }

    [Fact]
    public void Launcher_FileChangedInAnyRoomOfTheCommand_BuildsAgain()
    {
        Launch();
        var rooms = Rooms().ToList();
        foreach (var room in rooms)
        {
            File.SetLastWriteTimeUtc(_checkout.Combine(room, "Source.cs"), DateTime.UtcNow.AddMinutes(1));

            Launch();

            Assert.True(Calls[^2] == "build", room);
            File.SetLastWriteTimeUtc(_checkout.Combine(room, "Source.cs"), DateTime.UtcNow.AddMinutes(-1));
        }

        Assert.Contains("scaling", rooms);
    }

    [Fact]
    public void Launcher_FileRemoved_BuildsAgain()
    {
        Launch();
        File.Delete(_checkout.Combine("sdks", "Source.cs"));

        Launch();

        Assert.Equal(2, Calls.Count(call => call == "build"));
    }

    [Fact]
    public void Launcher_OtherSdkWanted_BuildsAgain()
    {
        Launch();
        File.WriteAllText(_checkout.Combine(".pulumi-sdk"), "official");

        Launch();

        Assert.Equal(2, Calls.Count(call => call == "build"));
    }

    [Fact]
    public void Launcher_BuildFails_ShowsWhyAndRunsNothing()
    {
        File.WriteAllText(_checkout.Combine("broken"), "");

        var (exitCode, error) = Launch();

        Assert.Equal(1, exitCode);
        Assert.Contains("error CS0001", error, StringComparison.Ordinal);
        Assert.Empty(Calls);
    }

    [Fact]
    public void Launcher_FeedCouldNotBeAsked_SaysSoInOneLine()
    {
        File.WriteAllText(
            _checkout.Combine("warning"), "/c/sdks/ChoosePulumiSdk.targets(3,5): warning PULUMISDK: Looking failed (NU1301: x [y]). Mend it. [/c/cli/cli.csproj]\n");

        var (_, error) = Launch();

        Assert.Equal("kedastack: building, which takes about a minute, once ...\nkedastack: Looking failed (NU1301: x [y]). Mend it.\n", error);
    }

    [Fact]
    public void Launcher_WithoutANetwork_SaysSoInsteadOfTheLog()
    {
        Executable("dotnet", """
            #!/bin/sh
            echo "/c/cli/KedaStack.Cli.csproj : error NU1301: Unable to load the service index for source https://feed.example/v3/index.json."
            exit 1
            """);

        var (exitCode, error) = Launch("preview");

        Assert.Equal(1, exitCode);
        Assert.Equal(
            "kedastack: building, which takes about a minute, once ...\n"
                + "NU1301: Unable to load the service index for source https://feed.example/v3/index.json.\n"
                + "kedastack: the first build needs the network, to get its packages from NuGet; run it once with one, or name a feed or proxy in NuGet.Config\n",
            error);
        Assert.DoesNotContain(Directory.GetFiles(_checkout.Combine("cli", "obj"), "launcher.??????*"), file => !file.EndsWith(".lock", StringComparison.Ordinal));
    }

    [Fact]
    public void Launcher_CheckoutThatCannotBeWritten_SaysSo()
    {
        // A file in the folder's place is in the way of everybody, of root, too.
        File.WriteAllText(_checkout.Combine("cli", "obj"), "");

        var (exitCode, error) = Launch("preview");

        Assert.Equal(1, exitCode);
        Assert.Equal(
            $"kedastack: {_checkout.Path} cannot be written, and the command is built there first; make it writable, or copy the checkout to a folder of yours\n", error);
        Assert.Empty(Calls);
    }

    [Fact]
    public void Launcher_InterruptedInTheBuild_LeavesNothing()
    {
        Executable("dotnet", """
            #!/bin/sh
            kill -TERM $PPID
            exit 1
            """);

        Assert.Equal(130, Launch("preview").ExitCode);

        Assert.Equal(["launcher.lock"], Directory.GetFiles(_checkout.Combine("cli", "obj")).Select(Path.GetFileName));
    }

    [Fact]
    public void Launcher_ThroughALink_FindsItsCheckout()
    {
        File.CreateSymbolicLink(_checkout.Combine("bin", "link"), _checkout.Combine("kedastack"));

        Assert.Equal(7, Start(_checkout.Combine("bin", "link")).ExitCode);
    }

    /// <summary>The project of the command line and all that it references, however far.</summary>
    private static List<string> Rooms()
    {
        var rooms = new List<string> { "cli" };
        for (var i = 0; i < rooms.Count; i++)
        {
            var project = File.ReadAllText(Assert.Single(Directory.GetFiles(RepositoryRoot.PathOf(rooms[i]), "*.csproj")));
            rooms.AddRange(Reference().Matches(project).Select(match => match.Groups["room"].Value).Where(room => !rooms.Contains(room)));
        }

        return rooms;
    }

    [GeneratedRegex(@"<ProjectReference Include=""\.\./(?<room>[a-z]+)/", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();

    public void Dispose() => _checkout.Dispose();

    private string[] Calls => File.Exists(_checkout.Combine("calls")) ? File.ReadAllLines(_checkout.Combine("calls")) : [];

    private (int ExitCode, string Error) Launch(params string[] arguments) => Start(_checkout.Combine("kedastack"), arguments);

    private (int ExitCode, string Error) Start(string file, params string[] arguments)
    {
        var start = new ProcessStartInfo(file, arguments) { RedirectStandardError = true, WorkingDirectory = Path.GetTempPath() };
        start.Environment["PATH"] = $"{_checkout.Combine("bin")}:/usr/bin:/bin";
        start.Environment.Remove("PulumiSdk");
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, error);
    }

    private void Executable(string name, string text)
    {
        var path = _checkout.Combine("bin", name);
        File.WriteAllText(path, text.ReplaceLineEndings("\n") + "\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
