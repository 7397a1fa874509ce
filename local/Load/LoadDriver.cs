using KedaStack.Local.Processes;
using KedaStack.Local.Time;
using KedaStack.Local.Watching;
using KedaStack.Scaling.Simulation.Load;

namespace KedaStack.Local.Load;

/// <summary>Makes the generators follow the load, and what people add to it.</summary>
internal sealed class LoadDriver : IDisposable
{
    private const int MilliPerUnit = 1000;

    private static readonly TimeSpan _retry = TimeSpan.FromSeconds(10);

    private readonly GeneratorFleet _fleet;
    private readonly LoadSchedule _schedule;
    private readonly long _perGeneratorMilli;
    private readonly TimeProvider _clock;
    private readonly RunLog _log;
    private readonly SortedDictionary<long, long> _offered = new() { [0] = 0 };
    private readonly SemaphoreSlim _command = new(0);
    private int _added;
    private long _load = -1;

    /// <summary>Makes a driver.</summary>
    /// <param name="fleet">The generators.</param>
    /// <param name="schedule">The load.</param>
    /// <param name="perGenerator">The rate of one generator, in requests per second.</param>
    /// <param name="clock">The stack's clock.</param>
    /// <param name="log">Told of what happens, and the time of the run.</param>
    public LoadDriver(GeneratorFleet fleet, LoadSchedule schedule, decimal perGenerator, TimeProvider clock, RunLog log)
    {
        (_fleet, _schedule, _perGeneratorMilli, _clock, _log) = (fleet, schedule, (long)(perGenerator * MilliPerUnit), clock, log);
        fleet.OnChange = Record;
    }

    /// <summary>The generators that people added, or took away.</summary>
    public int Added => Volatile.Read(ref _added);

    /// <summary>The load that was really offered, in the stack's time: a process takes a moment to begin.</summary>
    public Traffic Offered
    {
        get
        {
            lock (_offered)
            {
                return Traffic.FromSteps(_offered.Select(step => new TrafficStep(step.Key, step.Value)));
            }
        }
    }

    /// <summary>When the load last changed.</summary>
    public TimeSpan LastChange { get; private set; }

    /// <summary>Adds a generator, or takes one away.</summary>
    public void Add(int generators)
    {
        Interlocked.Add(ref _added, generators);
        _command.Release();
    }

    /// <summary>Follows the load until the token is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var (milli, until, isSlope) = _schedule.At(_log.Time);
            if (!await TrySetAsync(milli, isSlope))
            {
                until = until is { } next && next < _log.Time + _retry ? next : _log.Time + _retry;
            }

            using var change = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var wait = until is { } end ? end - _log.Time : Timeout.InfiniteTimeSpan;
            if (wait > TimeSpan.Zero || until is null)
            {
                var pause = _clock.PauseAsync(wait, change.Token);
                var command = _command.WaitAsync(change.Token);
                await Task.WhenAny(pause, command);
                await change.CancelAsync();
                await command.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _command.Dispose();

    // A system without room for a process has some again later.
    private async Task<bool> TrySetAsync(long milli, bool isSlope)
    {
        try
        {
            await SetAsync(milli, isSlope);
            return true;
        }
        catch (LocalRunException exception)
        {
            _load = -1;
            _log.Warn("load", "Failed", exception.Message);
            return false;
        }
    }

    private async Task SetAsync(long milli, bool isSlope)
    {
        // Taken away is at most what there is, so that the next one more shows at once.
        var least = -(int)((milli + _perGeneratorMilli - 1) / _perGeneratorMilli);
        if (Added < least)
        {
            Volatile.Write(ref _added, least);
        }

        var load = Math.Clamp(milli + (Added * _perGeneratorMilli), 0, Traffic.MaximumRate * (long)MilliPerUnit);
        if (load == _load)
        {
            return;
        }

        _load = load;
        if (!isSlope)
        {
            _log.Note("load", "Changed", FormattableString.Invariant($"The load is {load / (decimal)MilliPerUnit:0.###} req/s."));
        }

        await _fleet.SetAsync(load / (decimal)MilliPerUnit);
    }

    private void Record()
    {
        lock (_offered)
        {
            var offered = _fleet.OfferedMilli;
            if (offered != _offered.Values.Last())
            {
                LastChange = _log.Time;
                _offered[(long)LastChange.TotalMilliseconds] = offered;
            }
        }
    }
}
