using KedaStack.Infra.Settings.Sources;
using KedaStack.Local;
using KedaStack.Local.Comparison;
using KedaStack.Local.Watching;
using KedaStack.Resources.LocalRuns;
using KedaStack.Resources.Preview;
using KedaStack.Scaling.Simulation.Load;
using KedaStack.Tests.Shared;
using KedaStack.Tests.Workload.Scripts.Running;

namespace KedaStack.Tests.Local;

/// <summary>Runs of the checked-in stack, with the built-in scraper unless a test says otherwise.</summary>
internal static class LocalRuns
{
    public const double Speed = 40;

    /// <summary>What runs.</summary>
    /// <param name="traffic">The load, as on the command line.</param>
    /// <param name="duration">How long, in the stack's time.</param>
    /// <param name="overrides">Settings.</param>
    public static async Task<LocalRunOptions> OptionsAsync(string traffic, TimeSpan duration, params string[] overrides)
    {
        var configuration = StackConfiguration.Load(RepositoryRoot.Path, "dev", overrides);
        var settings = configuration.Result.Settings!;
        var workload = StackWorkload.Of(await StackPreviewer.RunAsync(PreviewRequest.Of(configuration)), settings);
        return new LocalRunOptions
        {
            Plan = new LocalRunPlan
            {
                Settings = settings.Scaling,
                Query = workload.Query.ToString(),
                TrafficName = traffic,
                Traffic = TrafficExpression.TryParse(traffic, out _)!,
                GeneratorRate = workload.Generator.Rate,
                Duration = duration,
                Speed = Speed,
                Seed = 1,
            },
            App = workload.App,
            Generator = workload.Generator,
            Query = workload.Query,
            UseBuiltInScraper = true,
            SearchPath = Environment.GetEnvironmentVariable("PATH")!,
        };
    }

    /// <summary>Waits until a run looks like something.</summary>
    public static async Task<LocalSnapshot> WaitForAsync(this ILocalRun run, Func<LocalSnapshot, bool> isThere)
    {
        using var limit = new CancellationTokenSource(Eventually.Deadline);
        try
        {
            await foreach (var snapshot in run.WatchAsync(limit.Token))
            {
                if (isThere(snapshot))
                {
                    return snapshot;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Said below.
        }

        throw new TimeoutException($"{run.Current}\n{string.Join('\n', run.Events)}");
    }

    /// <summary>Waits for something to happen.</summary>
    public static async Task<LocalEvent> WaitForEventAsync(this ILocalRun run, string reason)
    {
        await run.WaitForAsync(snapshot => run.Events.Take(snapshot.Events).Any(happened => happened.Reason == reason));
        return run.Events.First(happened => happened.Reason == reason);
    }
}
