using KedaStack.Local.Processes;

namespace KedaStack.Local.Load;

/// <summary>The load generators: as many processes as the load takes. One that dies is replaced.</summary>
/// <param name="host">Where processes are started.</param>
/// <param name="template">The generators.</param>
/// <param name="target">The address of the Service.</param>
/// <param name="log">Told of what happens.</param>
internal sealed class GeneratorFleet(ProcessHost host, GeneratorTemplate template, Uri target, RunLog log) : IDisposable
{
    private readonly string _scriptPath = host.Directory.Write(template.ScriptName, template.Script);
    private readonly List<LoadGenerator> _all = [];
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _changing = new(1);

    /// <summary>Called when a generator began to send, or ended.</summary>
    public Action OnChange { get; set; } = () => { };

    /// <summary>The generators that run.</summary>
    public int Count => Running.Count;

    /// <summary>The load that those make together which send, in thousandths of a request per second.</summary>
    public long OfferedMilli => (long)(Running.Where(generator => generator.HasLived).Sum(generator => generator.Rate) * 1000);

    private List<LoadGenerator> Running
    {
        get
        {
            lock (_gate)
            {
                return [.. _all.Where(generator => !generator.IsStopped && !generator.Ended.IsCompleted)];
            }
        }
    }

    /// <summary>Sets the load; returns when it is there.</summary>
    /// <param name="load">The load in requests per second.</param>
    public async Task SetAsync(decimal load)
    {
        await _changing.WaitAsync();
        try
        {
            var running = Running;
            var (begin, end) = GeneratorRates.Change(
                [.. running.Select(generator => generator.Rate)], GeneratorRates.Of(load, template.Rate));
            var started = begin.Select(Start).ToList();
            // What takes the place of another has begun before the other ends, so that the load has no gap.
            await Task.WhenAll(started.Select(generator => generator.Started));
            foreach (var rate in end)
            {
                var surplus = running.Find(generator => generator.Rate == rate && !generator.IsStopped);
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
    public void Dispose()
    {
        _changing.Dispose();
        All().ForEach(generator => generator.Dispose());
    }

    private LoadGenerator Start(decimal rate)
    {
        LoadGenerator generator;
        lock (_gate)
        {
            generator = new LoadGenerator(host, template, _scriptPath, target, rate, _all.Count + 1);
            _all.Add(generator);
        }

        _ = FollowAsync(generator);
        return generator;
    }

    private async Task FollowAsync(LoadGenerator generator)
    {
        await generator.Started;
        OnChange();
        await generator.Ended;
        OnChange();
        if (generator.IsStopped)
        {
            return;
        }

        log.Warn(generator.Name, "Died", $"The load generator ended by itself{(generator.LastErrors is { Length: > 0 } errors ? $": {errors}" : "")}.");
        // One that never sent anything would only die again.
        if (generator.HasLived)
        {
            Start(generator.Rate);
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
