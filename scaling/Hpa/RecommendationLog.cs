namespace KedaStack.Scaling.Hpa;

/// <summary>
/// What an HPA proposed in the past. Entries that no window needs any more are overwritten in place, the last of them
/// first, so the log stays as small as its longest window (horizontal.go, stabilizeRecommendation).
/// </summary>
public sealed class RecommendationLog
{
    private Recommendation[] _entries = new Recommendation[32];
    private int _count;

    /// <summary>Whether the log was ever begun. An empty log that was begun holds no current size to keep.</summary>
    public bool IsInitialized { get; private set; }

    /// <summary>The entries, in the order of their places, which is not that of their times.</summary>
    public ReadOnlySpan<Recommendation> Entries => _entries.AsSpan(0, _count);

    /// <summary>Begins a log with the current size, unless it was begun (recordInitialRecommendation).</summary>
    /// <param name="nowMilliseconds">The time.</param>
    /// <param name="currentReplicas">The current size.</param>
    public void RecordInitial(long nowMilliseconds, int currentReplicas)
    {
        if (!IsInitialized)
        {
            Add(nowMilliseconds, currentReplicas);
        }
    }

    /// <summary>Begins a log without entries, so that no current size is kept.</summary>
    public void BeginEmpty() => IsInitialized = true;

    /// <summary>Adds an entry at the end.</summary>
    /// <param name="timestampMilliseconds">The time of the entry.</param>
    /// <param name="replicas">The proposal.</param>
    public void Add(long timestampMilliseconds, int replicas)
    {
        IsInitialized = true;
        if (_count == _entries.Length)
        {
            Array.Resize(ref _entries, 2 * _count);
        }

        _entries[_count++] = new Recommendation(timestampMilliseconds, replicas);
    }

    /// <summary>Overwrites the entry at a place, or adds one when the place is -1.</summary>
    internal void Store(int place, long timestampMilliseconds, int replicas)
    {
        if (place < 0)
        {
            Add(timestampMilliseconds, replicas);
        }
        else
        {
            _entries[place] = new Recommendation(timestampMilliseconds, replicas);
        }
    }

    /// <summary>Forgets everything, as when the HPA is deleted or the controller restarts.</summary>
    public void Clear()
    {
        _count = 0;
        IsInitialized = false;
    }
}
