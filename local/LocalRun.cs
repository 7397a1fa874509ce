using KedaStack.Local.Comparison;
using KedaStack.Local.Metrics;
using KedaStack.Local.Processes;
using KedaStack.Local.Time;
using KedaStack.Local.Watching;

namespace KedaStack.Local;

/// <summary>Runs the workload on this machine: starts everything, watches it, and ends it whatever happens.</summary>
public sealed class LocalRun : ILocalRun
{
    private const string Subject = "run";

    private static readonly TimeSpan _readyLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan _readyPoll = TimeSpan.FromMilliseconds(10);

    // The load generator gives a request up after 5 s.
    private static readonly TimeSpan _longestRequest = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan _scrapeSlack = TimeSpan.FromSeconds(5);

    private readonly LocalRunOptions _options;
    private readonly FastClock _clock;
    private readonly RunLog _log;
    private readonly RunBroadcast _broadcast;
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _hurry = new();

    private LocalRun(LocalRunOptions options)
    {
        _options = options;
        _clock = new FastClock(TimeProvider.System, options.Plan.Speed);
        _log = new RunLog(_clock);
        _broadcast = new RunBroadcast(options.Plan, _log);
        Completion = RunAsync();
    }

    /// <inheritdoc/>
    public LocalRunPlan Plan => _options.Plan;

    /// <inheritdoc/>
    public LocalSnapshot Current => _broadcast.Current;

    /// <inheritdoc/>
    public IReadOnlyList<LocalPoint> History => _broadcast.History;

    /// <inheritdoc/>
    public IReadOnlyList<LocalDecision> Decisions => _log.Decisions;

    /// <inheritdoc/>
    public IReadOnlyList<LocalEvent> Events => _log.Events;

    /// <inheritdoc/>
    public Task<LocalRunResult> Completion { get; }

    /// <summary>Begins a run.</summary>
    /// <param name="options">What runs.</param>
    public static LocalRun Start(LocalRunOptions options) => new(options);

    /// <inheritdoc/>
    public IAsyncEnumerable<LocalSnapshot> WatchAsync(CancellationToken cancellationToken) => _broadcast.WatchAsync(cancellationToken);

    /// <inheritdoc/>
    public void MoreLoad() => AddLoad(1);

    /// <inheritdoc/>
    public void LessLoad() => AddLoad(-1);

    /// <inheritdoc/>
    public void Stop()
    {
        if (_stop.IsCancellationRequested)
        {
            _hurry.Cancel();
        }

        _stop.Cancel();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _hurry.CancelAsync();
        await Completion.ContinueWith(_ => { }, TaskScheduler.Default);
        _stop.Dispose();
        _hurry.Dispose();
    }

    private void AddLoad(int generators)
    {
        if (_broadcast.Phase == LocalPhase.Running)
        {
            _broadcast.Parts?.Load.Add(generators);
        }
    }

    private async Task<LocalRunResult> RunAsync()
    {
        await Task.Yield();
        using var ended = new CancellationTokenSource();
        var publishing = _broadcast.RunAsync(ended.Token);
        try
        {
            return await RunPartsAsync();
        }
        finally
        {
            await ended.CancelAsync();
            await publishing;
            _broadcast.End();
        }
    }

    private async Task<LocalRunResult> RunPartsAsync()
    {
        try
        {
            await using var parts = await RunParts.CreateAsync(_options, _clock, _log, _stop.Token);
            _broadcast.Parts = parts;
            await BeginAsync(parts);
            await LoadAsync(parts);
            return await EndAsync(parts);
        }
        catch (OperationCanceledException) when (_broadcast.Phase == LocalPhase.Starting && _stop.IsCancellationRequested)
        {
            throw new LocalRunException("The run was stopped before it began.");
        }
    }

    private async Task BeginAsync(RunParts parts)
    {
        parts.Replicas.Scale(Plan.InitialReplicas);
        var began = TimeProvider.System.GetTimestamp();
        while (parts.Replicas.ReadyPods < Plan.InitialReplicas)
        {
            var failed = parts.Replicas.Views.FirstOrDefault(pod => pod.Restarts > 0 && pod.Problem is not null);
            if (failed is not null || TimeProvider.System.GetElapsedTime(began) > _readyLimit)
            {
                var pod = failed ?? parts.Replicas.Views[0];
                throw new LocalRunException($"{_options.App.Name}: the first replica does not become Ready ({pod.Problem ?? "no probe was answered"}); "
                    + $"try python3 on {_options.App.ScriptName} by hand, with the environment of the Deployment");
            }

            await Task.Delay(_readyPoll, _stop.Token);
        }

        await parts.Metrics.WaitUntilReadyAsync(_stop.Token);
        _log.Begin();
        parts.Metrics.Begin();
        _broadcast.Phase = LocalPhase.Running;
        _log.Note(Subject, "Began", parts.Metrics.Description.Text);
    }

    private async Task LoadAsync(RunParts parts)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        var load = parts.Load.RunAsync(end.Token);
        var scaling = parts.Autoscaler.RunAsync(end.Token);
        var duration = _clock.PauseAsync(Plan.Duration ?? Timeout.InfiniteTimeSpan, end.Token);
        await Task.WhenAny(load, scaling, duration);
        await end.CancelAsync();
        // One that ended by itself has failed, and says so here.
        await Task.WhenAll(load, scaling);
    }

    private async Task<LocalRunResult> EndAsync(RunParts parts)
    {
        var end = _stop.IsCancellationRequested ? LocalRunEnd.Stopped : LocalRunEnd.Finished;
        var duration = end == LocalRunEnd.Finished ? Plan.Duration!.Value : _log.Time;
        _broadcast.Phase = LocalPhase.Ending;
        var lastRequest = parts.Fleet.OfferedMilli == 0
            ? _clock.OnInner(_log.Began + parts.Load.LastChange) + _longestRequest
            : DateTimeOffset.MaxValue;
        await parts.Fleet.StopAsync();
        var now = TimeProvider.System.GetUtcNow();
        var scraped = await LastScrapesAsync(parts.Metrics, lastRequest < now ? lastRequest : now);
        var metrics = _broadcast.Observe(parts);
        await parts.StopReplicasAsync();
        var comparison = SimulatedTwin.Compare(
            Plan,
            SimulatedTwin.Run(Plan, parts.Load.Offered, duration, SyncLatency.UsualOf(parts.Autoscaler.Syncs), Phases(parts, scraped)),
            Decisions,
            parts.Autoscaler.Syncs,
            duration);
        return new LocalRunResult
        {
            Plan = Plan,
            End = end,
            Duration = duration,
            StoodStill = _broadcast.StoodStill,
            Metrics = metrics,
            Decisions = Decisions,
            Events = Events,
            History = History,
            Requests = RequestCount.Of(await parts.Fleet.ReportsAsync(), parts.Replicas.All, scraped, parts.Probes.Sent),
            Comparison = comparison,
        };
    }

    private async Task<IReadOnlyDictionary<string, ScrapedPod>?> LastScrapesAsync(IMetricsSource metrics, DateTimeOffset since)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(_hurry.Token);
        limit.CancelAfter((Plan.Settings.ScrapeInterval / Plan.Speed) + _scrapeSlack);
        try
        {
            await metrics.WaitForScrapesAsync(since, limit.Token);
        }
        catch (OperationCanceledException)
        {
            // Then what it has is what is counted.
        }

        return await metrics.ReadAsync(CancellationToken.None);
    }

    // What no prediction can know, but is no fault of one: where in the interval Prometheus put the scrapes.
    private Dictionary<int, TimeSpan> Phases(RunParts parts, IReadOnlyDictionary<string, ScrapedPod>? scraped)
    {
        var interval = Plan.Settings.ScrapeInterval;
        var phases = new Dictionary<int, TimeSpan>();
        foreach (var place in parts.Replicas.All.Select(pod => pod.Place))
        {
            if (scraped?.GetValueOrDefault(place.Name) is { } seen && seen.LastScrape != default)
            {
                var since = (seen.LastScrape - _clock.OnInner(_log.Began)) * Plan.Speed;
                phases[place.Ordinal] = since - (interval * Math.Floor(since / interval));
            }
        }

        return phases;
    }
}
