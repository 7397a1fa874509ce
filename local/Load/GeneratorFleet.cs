using KedaStack.Local.Pods;
using KedaStack.Local.Processes;
using KedaStack.Local.Time;
using KedaStack.Local.Watching;

namespace KedaStack.Local.Load;

/// <summary>The load generators: as many processes as the load takes. One that dies is replaced, with the kubelet's back-off.</summary>
/// <param name="host">Where processes are started.</param>
/// <param name="template">The generators.</param>
/// <param name="target">The address of the Service.</param>
/// <param name="clock">The stack's clock.</param>
/// <param name="log">Told of what happens.</param>
internal sealed class GeneratorFleet(ProcessHost host, GeneratorTemplate template, Uri target, TimeProvider clock, RunLog log) : IAsyncDisposable
{
    private readonly string _scriptPath = host.Directory.Write(template.ScriptName, template.Script);
    private readonly List<LoadGenerator> _all = [];
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _changing = new(1);
    private readonly CancellationTokenSource _end = new();
    private readonly List<Task> _following = [];

    /// <summary>Called when a generator began to send, or ended.</summary>
    public Action OnChange { get; set; } = () => { };

    /// <summary>The generators that run.</summary>
    public int Count => Running.Count;

    /// <summary>The load that those make together which send, in thousandths of a request per second.</summary>
    public long OfferedMilli => (long)(Running.Where(generator => generator.HasLived).Sum(generator => generator.Rate) * 1000);

    private List<LoadGenerator> Running => [.. Wanted.Where(generator => !generator.Ended.IsCompleted)];

    // With those that died and wait for their replacement, so that they get no second one; they are the first to go.
    private List<LoadGenerator> Wanted =>
        [.. All().Where(generator => !generator.IsStopped).OrderByDescending(generator => generator.Ended.IsCompleted)];

    /// <summary>Sets the load; returns when it is there.</summary>
    /// <param name="load">The load in requests per second.</param>
    public async Task SetAsync(decimal load)
    {
        await _changing.WaitAsync();
        try
        {
            var wanted = Wanted;
            var (begin, end) = GeneratorRates.Change(
                [.. wanted.Select(generator => generator.Rate)], GeneratorRates.Of(load, template.Rate));
            var started = begin.Select(rate => Start(rate, new RestartBackOff())).ToList();
            // What takes the place of another has begun before the other ends, so that the load has no gap.
            await Task.WhenAll(started.Select(generator => generator.Started));
            foreach (var rate in end)
            {
                var surplus = wanted.Find(generator => generator.Rate == rate && !generator.IsStopped);
                _ = surplus?.StopAsync();
            }

            OnChange();
        }
        finally
        {
            _changing.Release();
        }
    }

    /// <summary>Ends all generators, once their requests under way have been answered.</summary>
    public async Task StopAsync()
    {
        await SetAsync(0);
        await Task.WhenAll(All().Select(generator => generator.Ended));
    }

    /// <summary>The accounts of all generators that there were; null for one that could not give one.</summary>
    public async Task<IReadOnlyList<GeneratorReport?>> ReportsAsync() => await Task.WhenAll(All().Select(generator => generator.Ended));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _changing.WaitAsync();
        All().ForEach(generator => generator.Dispose());
        _changing.Release();
        await Task.WhenAll(_following);
        _changing.Dispose();
        _end.Dispose();
    }

    private LoadGenerator Start(decimal rate, RestartBackOff backOff)
    {
        LoadGenerator generator;
        lock (_gate)
        {
            generator = new LoadGenerator(host, template, _scriptPath, target, rate, _all.Count + 1);
            _all.Add(generator);
        }

        var following = FollowAsync(generator, backOff);
        lock (_gate)
        {
            _following.Add(following);
        }

        return generator;
    }

    private async Task FollowAsync(LoadGenerator generator, RestartBackOff backOff)
    {
        var began = clock.GetTimestamp();
        await generator.Started;
        OnChange();
        await generator.Ended;
        OnChange();
        if (generator.IsStopped || _end.IsCancellationRequested)
        {
            return;
        }

        log.Warn(generator.Name, "Died", $"The load generator ended by itself{(generator.LastErrors is { Length: > 0 } errors ? $": {errors}" : "")}.");
        var ranFor = clock.GetElapsedTime(began);
        while (await clock.PauseAsync(backOff.Next(ranFor), _end.Token) && !await TryReplaceAsync(generator, backOff))
        {
            ranFor = TimeSpan.Zero;
        }
    }

    /// <summary>Starts another one in the place of a dead one, unless that was given up meanwhile.</summary>
    /// <returns>Whether nothing is left to do.</returns>
    private async Task<bool> TryReplaceAsync(LoadGenerator dead, RestartBackOff backOff)
    {
        await _changing.WaitAsync();
        try
        {
            if (!dead.IsStopped && !_end.IsCancellationRequested)
            {
                Start(dead.Rate, backOff);
                await dead.StopAsync();
            }

            return true;
        }
        catch (LocalRunException exception)
        {
            log.Warn(dead.Name, "Failed", exception.Message);
            return false;
        }
        finally
        {
            _changing.Release();
        }
    }

    private List<LoadGenerator> All()
    {
        lock (_gate)
        {
            return [.. _all];
        }
    }
}
