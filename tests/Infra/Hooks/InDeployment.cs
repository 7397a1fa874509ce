using System.Runtime.ExceptionServices;
using KedaStack.Tests.Infra.Running;
using Pulumi;
using Pulumi.Testing;

namespace KedaStack.Tests.Infra.Hooks;

/// <summary>Runs what needs a deployment around it: hooks register themselves with it and log to it.</summary>
internal static class InDeployment
{
    /// <summary>Runs something that logs no errors.</summary>
    public static async Task RunAsync(Func<Task> program) => Assert.Null(await RunLoggingAsync(program));

    /// <summary>Runs something in a preview that logs no errors.</summary>
    public static async Task PreviewAsync(Func<Task> program) => Assert.Null(await RunLoggingAsync(program, isPreview: true));

    /// <summary>Runs something that may log errors.</summary>
    /// <returns>What was logged as an error; null for nothing.</returns>
    public static async Task<string?> RunLoggingAsync(Func<Task> program, bool isPreview = false)
    {
        Exception? failure = null;
        string? logged = null;
        try
        {
            // On the thread pool, since TestAsync blocks its thread until the program is done: blocked threads of xunit
            // could not go on with the program.
            await Task.Run(() => Deployment.TestAsync(AzureMocks.Update().Object, new TestOptions { IsPreview = isPreview }, async () =>
            {
                try
                {
                    await program();
                }
                catch (Exception exception)
                {
                    // Thrown outside: the deployment would turn it into a text.
                    failure = exception;
                }
            }));
        }
        catch (RunException exception)
        {
            logged = exception.Message;
        }

        if (failure is not null)
        {
            ExceptionDispatchInfo.Throw(failure);
        }

        return logged;
    }
}
