using System.Diagnostics;
using KedaStack.Tests.Cli;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Resources.Preview;

/// <summary>The preview as a process of its own, where time zone, culture and working directory can differ.</summary>
public sealed class PreviewElsewhereTests
{
    [Theory]
    [InlineData("Pacific/Kiritimati", "de_DE.UTF-8")]
    [InlineData("America/St_Johns", "tr_TR.UTF-8")]
    public async Task Json_InAnotherTimeZoneCultureAndDirectory_IsTheSame(string timeZone, string culture)
    {
        using var elsewhere = new TemporaryDirectory();
        var start = new ProcessStartInfo(
            "dotnet",
            [
                Path.Combine(AppContext.BaseDirectory, "kedastack.dll"), "preview", "--json", "--directory", RepositoryRoot.Path,
            ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = elsewhere.Path,
        };
        start.Environment["TZ"] = timeZone;
        start.Environment["LC_ALL"] = culture;

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.True(process.ExitCode == 0, await error);
        Assert.Equal((await CommandRun.OfAsync("preview", "--json")).Output, output);
    }
}
