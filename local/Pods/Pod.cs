using System.Net.Sockets;
using KedaStack.Local.Processes;
using KedaStack.Local.Service;
using KedaStack.Local.Time;
using KedaStack.Local.Watching;

namespace KedaStack.Local.Pods;

/// <summary>
/// A replica, as the kubelet leads it: a process that is started again with a growing back-off when it ends, probed, and in
/// the Service while it is Ready. Removing it takes it out of the Service first.
/// </summary>
internal sealed class Pod : IDisposable
{
    private readonly PodWorld _world;
    private readonly ServiceEndpoint _endpoint;
    private readonly CancellationTokenSource _removal = new();
    private readonly CancellationTokenSource _hurry = new();
    private readonly List<ContainerEnd> _ends = [];
    private readonly Lock _gate = new();
    private LocalPod _view;

    /// <summary>Makes a replica and starts it.</summary>
    /// <param name="world">What all replicas share.</param>
    /// <param name="place">Its name and address.</param>
    public Pod(PodWorld world, PodPlace place)
    {
        (_world, Place, _endpoint) = (world, place, new ServiceEndpoint(place.Address));
        _view = new LocalPod
        {
            Name = place.Name,
            State = LocalPodState.Starting,
            Created = world.Log.Time,
            Restarts = 0,
            Port = place.Address.Port,
            Connections = 0,
        };
        Gone = RunAsync();
    }

    /// <summary>Its name and address.</summary>
    public PodPlace Place { get; }

    /// <summary>Ends when the replica is gone.</summary>
    public Task Gone { get; }

    /// <summary>How its processes ended so far.</summary>
    public IReadOnlyList<ContainerEnd> Ends
    {
        get
        {
            lock (_gate)
            {
                return [.. _ends];
            }
        }
    }

    /// <summary>What it does.</summary>
    public LocalPod View => Volatile.Read(ref _view) with { Connections = _endpoint.Connections };

    /// <summary>Whether it has been removed.</summary>
    public bool IsRemoved => _removal.IsCancellationRequested;

    /// <summary>Removes it: it leaves the Service now, and ends after its delay and within its grace period.</summary>
    /// <param name="hurry">Whether the delay is left out: nobody sends anything any more.</param>
    public void Remove(bool hurry)
    {
        if (hurry)
        {
            _hurry.Cancel();
        }

        _removal.Cancel();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _removal.Dispose();
        _hurry.Dispose();
    }

    private async Task RunAsync()
    {
        // On no thread of the caller's: starting a process takes milliseconds.
        await Task.Yield();
        var backOff = new RestartBackOff();
        while (!IsRemoved)
        {
            var began = _world.Clock.GetTimestamp();
            await RunContainerAsync();
            if (IsRemoved)
            {
                break;
            }

            var wait = backOff.Next(_world.Clock.GetElapsedTime(began));
            Show(view => view with { State = LocalPodState.BackOff, ProcessId = null, Restarts = view.Restarts + 1 });
            if (wait > TimeSpan.Zero)
            {
                _world.Log.Warn(Place.Name, "BackOff", FormattableString.Invariant(
                    $"Back-off restarting failed container {_world.Template.Name}: {wait.TotalSeconds} s."));
            }

            await _world.Clock.PauseAsync(wait, _removal.Token);
        }
    }

    private async Task RunContainerAsync()
    {
        Container container;
        try
        {
            Place.MakeWay();
            container = new Container(_world, Place.Address, FormattableString.Invariant($"{Place.Name}-{View.Restarts}"));
        }
        catch (Exception exception) when (exception is LocalRunException or SocketException)
        {
            _world.Log.Warn(Place.Name, "Failed", exception.Message);
            return;
        }

        using (container)
        {
            Show(view => view with { State = LocalPodState.Starting, ProcessId = container.ProcessId, Problem = null });
            _world.Log.Note(Place.Name, "Started", FormattableString.Invariant(
                $"Started process {container.ProcessId} on port {Place.Address.Port}."));
            using var probing = CancellationTokenSource.CreateLinkedTokenSource(_removal.Token);
            var probes = new PodProbes(_world, Place, SetReady, Complain).RunAsync(probing.Token);
            await Task.WhenAny(container.End, probes);
            _world.Service.Remove(_endpoint);
            var isEndedByItself = container.End.IsCompleted;
            if (!isEndedByItself)
            {
                await TerminateAsync(container, await probes);
            }

            await probing.CancelAsync();
            await probes;
            Record(await container.End, isEndedByItself);
        }
    }

    // The reason is null when the replica was removed.
    private async Task TerminateAsync(Container container, string? reason)
    {
        if (IsRemoved)
        {
            Show(view => view with { State = LocalPodState.Terminating, Problem = null });
            _world.Log.Note(Place.Name, "Killing", $"Stopping container {_world.Template.Name}.");
        }
        else
        {
            Show(view => view with { State = LocalPodState.NotReady, Problem = reason });
            _world.Log.Warn(Place.Name, "Killing", $"Container {_world.Template.Name} failed: {reason}; it is restarted.");
        }

        using (var ended = CancellationTokenSource.CreateLinkedTokenSource(_hurry.Token))
        {
            _ = container.End.ContinueWith(_ => ended.Cancel(), ended.Token, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            await _world.Clock.PauseAsync(_world.Template.PreStopDelay, ended.Token);
        }

        if (!await container.TerminateAsync(_world.Pace.Grace(_world.Template), _world.Clock))
        {
            _world.Log.Warn(Place.Name, "Killed", "Did not end within its grace period; ended by SIGKILL.");
        }
    }

    private void Record(ContainerEnd end, bool isEndedByItself)
    {
        lock (_gate)
        {
            _ends.Add(end);
        }

        var said = end.Errors.Length == 0 ? "" : $": {end.Errors}";
        if (isEndedByItself)
        {
            Complain(FormattableString.Invariant($"exit code {end.ExitCode}{said}"));
            _world.Log.Warn(Place.Name, "Died", FormattableString.Invariant($"The process ended with exit code {end.ExitCode}{said}."));
        }
    }

    private void SetReady(bool isReady)
    {
        if (isReady)
        {
            _world.Service.Add(_endpoint);
        }
        else
        {
            _world.Service.Remove(_endpoint);
        }

        Show(view => view with
        {
            State = isReady ? LocalPodState.Ready : LocalPodState.NotReady,
            Problem = isReady ? null : view.Problem,
        });
        if (isReady)
        {
            _world.Log.Note(Place.Name, "Ready", "Gets its share of the load.");
        }
    }

    private void Complain(string problem) => Show(view => view with { Problem = problem });

    private void Show(Func<LocalPod, LocalPod> change)
    {
        lock (_gate)
        {
            Volatile.Write(ref _view, change(_view));
        }
    }
}
