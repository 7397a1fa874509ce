using KedaStack.Local.Watching;
using KedaStack.Scaling.Simulation.Engine.Pods;

namespace KedaStack.Local.Pods;

/// <summary>The replicas: makes and removes them as their desired number changes. Thread-safe.</summary>
/// <param name="world">What all replicas share.</param>
/// <param name="places">Their names and addresses.</param>
/// <param name="announcedAhead">How many replicas that do not exist yet are told to Prometheus.</param>
internal sealed class ReplicaSet(PodWorld world, PodPlaces places, int announcedAhead) : IDisposable
{
    private readonly List<Pod> _all = [];
    private readonly Lock _gate = new();

    /// <summary>Called with the places to scrape, whenever they change.</summary>
    public Action<IReadOnlyList<PodPlace>> OnTargets { get; set; } = _ => { };

    /// <summary>The desired replicas.</summary>
    public int SpecReplicas { get; private set; }

    /// <summary>The replicas that exist and do not terminate.</summary>
    public int StatusReplicas => Read(pods => pods.Count(pod => !pod.IsRemoved));

    /// <summary>The replicas that get load.</summary>
    public int ReadyPods => Read(pods => pods.Count(pod => !pod.IsRemoved && pod.View.State == LocalPodState.Ready));

    /// <summary>The replicas that exist, with the terminating ones.</summary>
    public int ExistingPods => Read(pods => pods.Count(pod => !pod.Gone.IsCompleted));

    /// <summary>The replicas that exist, oldest first.</summary>
    public IReadOnlyList<LocalPod> Views => Read(pods => pods.Where(pod => !pod.Gone.IsCompleted).Select(pod => pod.View).ToList());

    /// <summary>All replicas that there ever were.</summary>
    public IReadOnlyList<Pod> All => Read(pods => pods.ToList());

    /// <summary>Sets the desired replicas.</summary>
    public void Scale(int replicas)
    {
        lock (_gate)
        {
            SpecReplicas = replicas;
            for (var missing = replicas - StatusReplicas; missing > 0; missing--)
            {
                _all.Add(new Pod(world, places.Take()));
            }

            foreach (var pod in Victims(StatusReplicas - replicas))
            {
                pod.Remove(hurry: false);
            }

            places.Prepare(announcedAhead);
            OnTargets([.. _all.Where(pod => !pod.IsRemoved).Select(pod => pod.Place), .. places.Prepared]);
        }
    }

    /// <summary>Removes all replicas at once; returns when their processes have ended.</summary>
    public async Task StopAsync()
    {
        var all = All;
        foreach (var pod in all)
        {
            pod.Remove(hurry: true);
        }

        await Task.WhenAll(all.Select(pod => pod.Gone));
    }

    /// <inheritdoc/>
    public void Dispose() => _all.ForEach(pod => pod.Dispose());

    // Here every pod has a node.
    private List<Pod> Victims(int count) => _all
        .Where(pod => !pod.IsRemoved)
        .Select(pod => (Pod: pod, pod.View))
        .OrderBy(pod => RemovalOrder.Of(hasNode: true, pod.View.State == LocalPodState.Ready, pod.View.Restarts))
        .ThenByDescending(pod => pod.Pod.Place.Ordinal)
        .Select(pod => pod.Pod)
        .Take(Math.Max(0, count))
        .ToList();

    private T Read<T>(Func<List<Pod>, T> read)
    {
        lock (_gate)
        {
            return read(_all);
        }
    }
}
