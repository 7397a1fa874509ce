using System.Diagnostics;
using KedaStack.Tests.Shared;
using KedaStack.Tests.Workload.Scripts.Running;

namespace KedaStack.Tests.Workload.Scripts;

/// <summary>Tests that send SIGINT hold however they are started.</summary>
public sealed class InterruptibleTests
{
    private const string TellsWhetherItIgnoresIt = "import signal; print(signal.getsignal(signal.SIGINT) == signal.SIG_IGN)";

    [PythonFact]
    public void Start_UnderAParentThatIgnoresTheSignal_DoesNotIgnoreIt()
    {
        var start = ProcessSteering.Interruptible(PythonInterpreter.Executable!, ["-c", TellsWhetherItIgnoresIt]);

        Assert.Equal("False\n", UnderAScriptsBackgroundJob([start.FileName, .. start.ArgumentList]));
    }

    [PythonFact]
    public void Start_WithoutIt_IgnoresTheSignal() =>
        Assert.Equal("True\n", UnderAScriptsBackgroundJob([PythonInterpreter.Executable!, "-c", TellsWhetherItIgnoresIt]));

    private static string UnderAScriptsBackgroundJob(IEnumerable<string> command)
    {
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", "\"$@\" & wait", "sh", .. command]) { RedirectStandardOutput = true })!;
        var output = shell.StandardOutput.ReadToEnd();
        shell.WaitForExit();
        return output;
    }
}
