using System.Diagnostics;
using KedaStack.Local.Processes;
using KedaStack.Tests.Local.Command;
using KedaStack.Tests.Workload.Scripts.Running;

namespace KedaStack.Tests.Local.Processes;

public sealed class ProcessGuardTests
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(1);

    [ProcFact]
    public async Task Guard_Killed_IsReplacedAndKnowsWhatTheOldOneKnew()
    {
        using var child = Process.Start(new ProcessStartInfo("sleep", ["600"]))!;
        var host = await ProcessHost.CreateAsync(Environment.GetEnvironmentVariable("PATH")!, CancellationToken.None);
        var said = new TaskCompletionSource<string>();
        host.Guard.OnDeath = text => said.TrySetResult(text);
        host.Guard.Add(child.Id);
        var first = host.Guard.ProcessId;

        Process.GetProcessById(first).Kill();

        Assert.EndsWith("another one has taken its place.", await said.Task.WaitAsync(_patience), StringComparison.Ordinal);
        Assert.NotEqual(first, host.Guard.ProcessId);

        await host.DisposeAsync();
        await child.WaitForExitAsync().WaitAsync(_patience);
    }

    private const string InATerminal = """
        import os, pty, subprocess, sys, termios
        pid, terminal = pty.fork()
        if pid == 0:
            modes = termios.tcgetattr(0)
            modes[3] &= ~(termios.ECHO | termios.ICANON)
            termios.tcsetattr(0, termios.TCSANOW, modes)
            guard = subprocess.Popen([sys.executable, sys.argv[1], sys.argv[2]], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
            guard.stdout.readline()
            guard.stdin.write(sys.argv[3])
            guard.stdin.close()
            guard.wait()
            modes = termios.tcgetattr(0)
            print("echo", bool(modes[3] & termios.ECHO), "lines", bool(modes[3] & termios.ICANON), flush=True)
            os._exit(0)
        seen = b""
        try:
            while True:
                part = os.read(terminal, 4096)
                if not part:
                    break
                seen += part
        except OSError:
            pass
        print(repr(seen))
        """;

    [PythonTheory]
    [InlineData("=\n", true)]
    [InlineData("=\n.\n", false)]
    [InlineData("", false)]
    public async Task Guard_OfARunThatWasKilled_GivesTheTerminalBack(string told, bool isGivenBack)
    {
        using var directory = new Shared.TemporaryDirectory();
        Directory.CreateDirectory(directory.Combine("run"));
        using var python = Process.Start(new ProcessStartInfo(
            "python3", ["-c", InATerminal, Shared.RepositoryRoot.PathOf("local/Processes/guard.py"), directory.Combine("run"), told])
        {
            RedirectStandardOutput = true,
        })!;

        var seen = await python.StandardOutput.ReadToEndAsync().WaitAsync(_patience);

        Assert.Equal(isGivenBack, seen.Contains("\\x1b[?25h\\x1b[?1049l", StringComparison.Ordinal));
        Assert.Contains($"echo {isGivenBack} lines {isGivenBack}", seen, StringComparison.Ordinal);
    }
}
