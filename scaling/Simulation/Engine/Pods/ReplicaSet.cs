using System.Runtime.InteropServices;
using KedaStack.Scaling.Simulation.TimeAndChance;

namespace KedaStack.Scaling.Simulation.Engine.Pods;

/// <summary>The pods: creates and removes them at once when the desired count changes, and leads them through their lives.</summary>
internal sealed class ReplicaSet(PodTimes times, LoadModel load, RequestCounters counters, NodeRoom room)
{
    private readonly List<Pod> _pods = [];
    private readonly Stack<Pod> _free = new();
    private int _created;
    private int _pending;
    private int _terminating;
    private int _gone;
    private int _shown;
    private long _changed = -1;

    /// <summary>The pods, also those that are gone but have samples that count, in the order of their numbers.</summary>
    public ReadOnlySpan<Pod> Pods => CollectionsMarshal.AsSpan(_pods);

    /// <summary>The desired count.</summary>
    public int SpecReplicas { get; private set; }

    /// <summary>The created pods that are not terminating, Ready or not.</summary>
    public int StatusReplicas { get; private set; }

    /// <summary>The created pods as the Deployment's status shows them.</summary>
    public int ShownReplicas(long now) => _changed >= 0 && now - _changed < times.StatusDelay ? _shown : StatusReplicas;

    /// <summary>The pods that exist, also the terminating ones.</summary>
    public int ExistingPods => StatusReplicas + _terminating;

    /// <summary>The pods that wait for a node that will not come: all are there, and full.</summary>
    public int PodsWithoutRoom => _pending == 0 ? 0 : room.WithoutRoom(_pending);

    /// <summary>When a pod or a node changes by itself.</summary>
    public long NextChange { get; private set; } = SimulationTime.Never;

    /// <summary>The pods of the beginning: Ready, known to Prometheus, with counters of 0.</summary>
    public void Begin(int replicas)
    {
        Scale(0, replicas);
        foreach (var pod in _pods.Where(pod => pod.State == PodState.Starting))
        {
            (pod.DiscoveredAt, pod.NextChange) = (0, SimulationTime.Never);
            Listen(pod, 0);
            BecomeReady(pod, 0);
        }

        Settle(0);
    }

    /// <summary>Sets the desired count; the load was advanced to now.</summary>
    public void Scale(long now, int replicas)
    {
        (_shown, _changed) = (ShownReplicas(now), now == 0 ? -1 : now);
        SpecReplicas = replicas;
        while (StatusReplicas < replicas)
        {
            var pod = _free.TryPop(out var free) ? free : new Pod();
            pod.Create(_created, times.ScrapePhase(_created), times.Uid(_created), now);
            _created++;
            _pods.Add(pod);
            _pending++;
            StatusReplicas++;
        }

        while (StatusReplicas > replicas)
        {
            Remove(Victim(now), now);
        }

        Settle(now);
    }

    /// <summary>Applies what is due; the load was advanced to now.</summary>
    public void Run(long now)
    {
        room.Run(now);
        foreach (var pod in _pods)
        {
            if (pod.CrashAt <= now)
            {
                Crash(pod, now);
            }
            else if (pod.NextChange <= now)
            {
                Change(pod, now);
            }
        }

        Settle(now);
    }

    /// <summary>Makes the oldest Ready pods crash now, and again until a time; the load was advanced to now.</summary>
    public void CrashOldest(long now, int pods, long until, long uptime)
    {
        foreach (var pod in _pods)
        {
            if (pods > 0 && pod.State == PodState.Ready)
            {
                pods--;
                (pod.LoopsUntil, pod.LoopUptime) = (until, uptime);
                Crash(pod, now);
            }
        }

        Settle(now);
    }

    /// <summary>Deletes pods, for which others are made; the load was advanced to now.</summary>
    public void Delete(long now, IReadOnlyList<int> ordinals)
    {
        foreach (var pod in _pods)
        {
            if (pod.IsLive && ordinals.Contains(pod.Ordinal))
            {
                Remove(pod, now);
            }
        }

        Scale(now, SpecReplicas);
    }

    /// <summary>Lets go of the pods that are gone and have no samples any more that count.</summary>
    public void Forget()
    {
        for (var i = 0; _gone > 0 && i < _pods.Count; i++)
        {
            if (_pods[i].State == PodState.Gone && _pods[i].Series.IsEmpty)
            {
                _free.Push(_pods[i]);
                _pods.RemoveAt(i--);
                _gone--;
            }
        }
    }

    private void Change(Pod pod, long now)
    {
        switch (pod.State)
        {
            case PodState.Starting or PodState.Down:
                Listen(pod, now);
                if (times.ReadinessDelay == 0)
                {
                    BecomeReady(pod, now);
                }

                break;
            case PodState.Listening:
                BecomeReady(pod, now);
                break;
            case PodState.Terminating:
                pod.End();
                _terminating--;
                _gone++;
                room.Release();
                break;
            default:
                throw new InvalidOperationException($"Pod {pod.Ordinal} is {pod.State}, which does not end by itself.");
        }
    }

    private void Listen(Pod pod, long now)
    {
        pod.Listen(times.FirstProbe(pod.Ordinal, now));
        pod.ScrapeFrom(Math.Max(now, pod.DiscoveredAt), times.ScrapeInterval);
        pod.NextChange = now + times.ReadinessDelay;
        pod.CrashAt = now + pod.LoopUptime < pod.LoopsUntil ? now + pod.LoopUptime : SimulationTime.Never;
    }

    private void BecomeReady(Pod pod, long now)
    {
        pod.BecomeReady(counters.ShareAt(now), now);
        counters.SetReady(load.ReadyPods + 1);
    }

    private void Crash(Pod pod, long now)
    {
        LeaveReady(pod);
        var counted = KubeletBackOff.Counted(pod.CountedCrashes, TimeSpan.FromMilliseconds(now - pod.StartedAt));
        var startsAt = now + KubeletBackOff.Wait(counted).WholeMilliseconds();
        pod.Crash(counted + 1, startsAt, times.ListensAt(pod.Ordinal, startsAt));
    }

    private void LeaveReady(Pod pod)
    {
        if (pod.State == PodState.Ready)
        {
            counters.SetReady(load.ReadyPods - 1);
        }
    }

    private Pod Victim(long now)
    {
        var (victim, first) = (default(Pod), int.MaxValue);
        foreach (var pod in _pods)
        {
            if (!pod.IsLive)
            {
                continue;
            }

            var place = RemovalOrder.Of(pod.State != PodState.Pending, pod.State == PodState.Ready, pod.Crashes, now - pod.Since);
            if (place < first || (place == first && pod.Uid < victim!.Uid))
            {
                (victim, first) = (pod, place);
            }
        }

        return victim!;
    }

    private void Remove(Pod pod, long now)
    {
        StatusReplicas--;
        counters.Advance(times.DeletedAt(pod.Ordinal, now));
        var share = counters.ShareAt(now);
        LeaveReady(pod);
        if (pod.State == PodState.Pending)
        {
            _pending--;
            pod.End();
            _gone++;
            return;
        }

        _terminating++;
        pod.Terminate(times.GoneAt(pod.Ordinal, now), share);
    }

    // Gives pods without a node one, if there is room, and finds the next change.
    private void Settle(long now)
    {
        var next = SimulationTime.Never;
        foreach (var pod in _pods)
        {
            if (pod.State == PodState.Pending && room.TryOccupy())
            {
                _pending--;
                (pod.State, pod.StartedAt, pod.NextChange) = (PodState.Starting, now, times.ListensAt(pod.Ordinal, now));
                pod.DiscoveredAt = times.DiscoveredAt(pod.Ordinal, now);
            }

            next = Math.Min(next, Math.Min(pod.NextChange, pod.CrashAt));
        }

        room.Settle(now, _pending);
        NextChange = Math.Min(next, room.NextChange);
    }
}
