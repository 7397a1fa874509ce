using System.Diagnostics;
using KedaStack.Cli.Shell;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Cli.Shell;

/// <summary>Files without an end, pipes without another end, and a standard input that is not there.</summary>
public sealed class EndlessFilesTests : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);

    private readonly TemporaryDirectory _directory = new();

    [Theory]
    [InlineData("simulate", "-t", "/dev/zero", "the line is longer than 65536 characters")]
    [InlineData("explain", "--hpa", "/dev/zero", "is larger than")]
    [InlineData("explain", "--scaled-object", "/dev/zero", "is larger than")]
    [InlineData("preview", "--diff", "/dev/zero", "is larger than 64 MiB")]
    [InlineData("preview", "--given", "/dev/zero", "is larger than 64 MiB")]
    [InlineData("doctor", "--offline", "/dev/zero", "is larger than 64 MiB")]
    public async Task Input_WithoutAnEnd_IsCapped(string command, string option, string file, string message)
    {
        if (!OperatingSystem.IsWindows())
        {
            var run = await CommandRun.OfAsync(command, option, file);

            Assert.Equal(ExitCodes.Failure, run.ExitCode);
            Assert.Contains(message, run.Error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("simulate -t -", "there are no rows")]
    [InlineData("check -", "holds no Kubernetes object")]
    [InlineData("explain --hpa -", "is empty")]
    public async Task StandardInput_Closed_IsEmpty(string arguments, string message)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        using var process = Shell($"exec \"$0\" \"$1\" {arguments} <&-");
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(_patience);

        Assert.Equal(ExitCodes.Failure, process.ExitCode);
        Assert.Contains(message, await error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("explain --value 45 -o {0}")]
    [InlineData("simulate -o {0}")]
    [InlineData("simulate -t {0}")]
    [InlineData("check {0}")]
    public async Task Pipe_WithoutAnotherEnd_EndsOnSigTerm(string arguments)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var pipe = _directory.Combine("pipe");
        using (var made = Process.Start("mkfifo", [pipe]))
        {
            await made.WaitForExitAsync();
        }

        using var process = Shell($"exec \"$0\" \"$1\" {arguments.Replace("{0}", pipe, StringComparison.Ordinal)} >/dev/null");
        // It waits in open(2), which shows in the list of what its threads do.
        var waiting = new Stopwatch();
        waiting.Start();
        while (!Waits(process.Id) && waiting.Elapsed < _patience)
        {
            await Task.Delay(50);
        }

        using (var signal = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        {
            await signal.WaitForExitAsync();
        }

        await process.WaitForExitAsync().WaitAsync(_patience);
        Assert.Equal(ExitCodes.Interrupted, process.ExitCode);
    }

    public void Dispose() => _directory.Dispose();

    private static bool Waits(int processId)
    {
        try
        {
            return Directory.EnumerateDirectories($"/proc/{processId}/task").Any(task => File.ReadAllText(Path.Combine(task, "wchan")).Contains("fifo", StringComparison.Ordinal)
                || File.ReadAllText(Path.Combine(task, "wchan")).Contains("wait_for_partner", StringComparison.Ordinal));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static Process Shell(string script) => Process.Start(new ProcessStartInfo("sh", ["-c", script, Environment.ProcessPath!, Path.Combine(AppContext.BaseDirectory, "kedastack.dll")])
    {
        // The runtime's diagnostics wait at pipes of their own.
        Environment = { ["DOTNET_EnableDiagnostics"] = "0" },
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        WorkingDirectory = RepositoryRoot.Path,
    })!;
}
