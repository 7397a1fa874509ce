using System.Collections.Immutable;
using Pulumi.Testing;

namespace Pulumi;

/// <summary>Runs programs. This stand-in runs them under mocks alone: <see cref="RunAsync(Action)"/> says what to do instead.</summary>
public sealed class Deployment
{
    private const string NeedsOfficialSdk =
        "This program was built with stand-ins for the Pulumi packages, which cannot talk to the Pulumi engine: "
        + "on a machine whose NuGet feed has the official packages, delete the file .pulumi-sdk and run the command again "
        + "(`dotnet restore infra -p:PulumiSdk=official` shows whether they can be had).";

    private static readonly AsyncLocal<DeploymentInstance?> _instance = new();

    private Deployment()
    {
    }

    /// <summary>The run that the calling code is part of.</summary>
    public static DeploymentInstance Instance => _instance.Value
        ?? throw new InvalidOperationException("Trying to acquire Deployment.Instance before 'Run' was called.");

    /// <summary>Asks the engine whether its version is in a range; mocks have no version, and take every range.</summary>
    /// <exception cref="InvalidOperationException">No deployment is running.</exception>
    public static Task RequirePulumiVersionAsync(string pulumiVersionRange)
    {
        _ = Instance;
        return Task.CompletedTask;
    }

    /// <summary>Says that the engine needs the official packages.</summary>
    public static Task<int> RunAsync(Action action) => RefuseAsync();

    /// <inheritdoc cref="RunAsync(Action)"/>
    public static Task<int> RunAsync(Func<IDictionary<string, object?>> func) => RefuseAsync();

    /// <inheritdoc cref="RunAsync(Action)"/>
    public static Task<int> RunAsync(Func<Task> func) => RefuseAsync();

    /// <inheritdoc cref="RunAsync(Action)"/>
    public static Task<int> RunAsync(Func<Task<IDictionary<string, object?>>> func, StackOptions? options = null) => RefuseAsync();

    /// <summary>Runs a program under mocks; gives its resources.</summary>
    /// <exception cref="RunException">The program failed, or logged an error.</exception>
    public static async Task<ImmutableArray<Resource>> TestAsync(IMocks testMocks, TestOptions testOptions, Action createResources)
        => (await TestAsync(testMocks, testOptions, () =>
        {
            createResources();
            return ImmutableDictionary<string, object?>.Empty;
        }).ConfigureAwait(false)).Resources;

    /// <inheritdoc cref="TestAsync(IMocks, TestOptions, Action)"/>
    public static async Task<ImmutableArray<Resource>> TestAsync(IMocks testMocks, TestOptions testOptions, Func<Task> createResources)
        // Off the caller's context: the program's continuations must not need the thread that waits for it.
        => await TestAsync(testMocks, testOptions, () => Task.Run(createResources).GetAwaiter().GetResult()).ConfigureAwait(false);

    /// <summary>Runs a program under mocks; gives its resources and the outputs that it returned.</summary>
    /// <exception cref="RunException">The program failed, or logged an error.</exception>
    public static async Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<Task<IDictionary<string, object?>>> createResources)
        => await TestAsync(testMocks, testOptions, () => Task.Run(createResources).GetAwaiter().GetResult()).ConfigureAwait(false);

    /// <inheritdoc cref="TestAsync(IMocks, TestOptions, Func{Task{IDictionary{string, object}}})"/>
    public static async Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<IDictionary<string, object?>> createResources)
    {
        if (_instance.Value is not null)
        {
            throw new InvalidOperationException("Deployment.Instance should only be set once at the beginning of a 'Run' call.");
        }

        // Seen by what runs from here on, and no more after the return: async methods keep their own copy.
        var deployment = new MockDeployment(testMocks, testOptions);
        _instance.Value = new DeploymentInstance(deployment);
        return await deployment.RunAsync(createResources).ConfigureAwait(false);
    }

    internal static void Track(Task task) => _instance.Value?.Mocked.Track(task);

    private static async Task<int> RefuseAsync()
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("PULUMI_MONITOR")))
        {
            throw new InvalidOperationException("Program run without the Pulumi engine available; re-run using the `pulumi` CLI");
        }

        await Console.Error.WriteLineAsync(NeedsOfficialSdk).ConfigureAwait(false);
        return Environment.ExitCode = 1;
    }
}
