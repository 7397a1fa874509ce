using System.Diagnostics;
using System.Globalization;
using KedaStack.Local.Processes;
using KedaStack.Tests.Scaling.Prometheus.Client.Fakes;
using KedaStack.Tests.Shared;
using KedaStack.Tests.Workload.Scripts.Running;
using PythonInterpreter = KedaStack.Local.Processes.PythonInterpreter;

namespace KedaStack.Tests.Local.Processes;

public sealed class PythonInterpreterTests
{
    private readonly ManualTime _clock = new();

    [PythonFact]
    public async Task Find_PythonHangs_IsSaidWithWhatToDoAndItIsEnded()
    {
        using var directory = new TemporaryDirectory();
        var process = HangingPython(directory);
        var finding = PythonInterpreter.FindAsync(directory.Path, _clock, CancellationToken.None);
        var id = await IdAsync(process);

        _clock.Advance(TimeSpan.FromSeconds(20));

        var exception = await Assert.ThrowsAsync<LocalRunException>(() => finding);
        Assert.StartsWith($"python3: {directory.Combine("python3")} does not answer within 20s; ", exception.Message, StringComparison.Ordinal);
        AssertEnded(id);
    }

    [PythonFact]
    public async Task Find_GivenUp_EndsThePython()
    {
        using var directory = new TemporaryDirectory();
        var process = HangingPython(directory);
        using var giveUp = new CancellationTokenSource();
        var finding = PythonInterpreter.FindAsync(directory.Path, _clock, giveUp.Token);
        var id = await IdAsync(process);

        await giveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => finding);
        AssertEnded(id);
    }

    /// <returns>The file that will have the number of its process.</returns>
    private static string HangingPython(TemporaryDirectory directory)
    {
        var (python, file) = (directory.Combine("python3"), directory.Combine("id"));
        File.WriteAllText(python, $"#!/bin/sh\necho $$ > {file}.new\nmv {file}.new {file}\nexec sleep 600\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(python, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        return file;
    }

    private static async Task<int> IdAsync(string file)
    {
        await Eventually.TrueAsync(() => File.Exists(file), "it does not run");
        return int.Parse(await File.ReadAllTextAsync(file), CultureInfo.InvariantCulture);
    }

    private static void AssertEnded(int id) => Assert.Throws<ArgumentException>(() => Process.GetProcessById(id));
}
