using System.Reflection;
using KedaStack.Tests.Sdks.Behaviour;

namespace KedaStack.Tests.Sdks.Listing;

/// <summary>What the stand-in alone does; the official SDK would talk to the engine here.</summary>
[Collection(ProcessWideCollection.Name)]
public sealed class StandinRunTests : IDisposable
{
    private const string MonitorVariable = "PULUMI_MONITOR";

    private readonly TextWriter _error = Console.Error;
    private readonly string? _monitor = Environment.GetEnvironmentVariable(MonitorVariable);

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(MonitorVariable, _monitor);
        Environment.ExitCode = 0;
        Console.SetError(_error);
    }

    [Fact]
    public async Task RunAsync_UnderTheEngine_SaysWhatToDo()
    {
        using var error = new StringWriter();
        Console.SetError(error);
        Environment.SetEnvironmentVariable(MonitorVariable, "127.0.0.1:1");
        var deployment = StandinAssemblies.Instance["Pulumi"].GetType("Pulumi.Deployment")!;
        var run = deployment.GetMethod("RunAsync", BindingFlags.Public | BindingFlags.Static, [typeof(Action)])!;

        var ran = false;
        var program = () => { ran = true; };

        var exitCode = await (Task<int>)run.Invoke(null, [program])!;

        Assert.False(ran);
        Assert.Equal(1, exitCode);
        Assert.Single(error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("delete the file .pulumi-sdk and run the command again", error.ToString());
    }
}
