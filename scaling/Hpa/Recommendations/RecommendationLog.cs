using KedaStack.Scaling.Windows;

namespace KedaStack.Scaling.Hpa.Recommendations;

/// <summary>
/// What an HPA proposed in the past. Entries that no window needs any more are overwritten in place, the last of them
/// first, so the log stays as small as its longest window (horizontal.go, stabilizeRecommendation). Upstream looks through
/// the whole log at each sync; here its windows only move forward, so that a sync costs the same however long they are.
/// </summary>
public sealed class RecommendationLog
{
    private readonly SlidingMaximum _highest = new();

    // Of the negative proposals: the lowest. Only behavior asks for it.
    private SlidingMaximum? _lowest;

    private Recommendation[] _entries = new Recommendation[32];
    private SlidingList<int> _placesByTime = new();
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

        var inOrder = _placesByTime.Count == 0 || _entries[_placesByTime.Last].TimestampMilliseconds <= timestampMilliseconds;
        Write(_count++, new Recommendation(timestampMilliseconds, replicas));
        if (!inOrder)
        {
            Sort();
        }
    }

    /// <summary>Lets the next windows look further back than those before did, as far as the entries still go.</summary>
    public void AllowLongerWindows() => Sort();

    /// <summary>Forgets everything, as when the HPA is deleted or the controller restarts.</summary>
    public void Clear()
    {
        ClearOrder();
        _count = 0;
        IsInitialized = false;
    }

    /// <summary>The highest proposal from a time on, which is never before that of a call before, and one more.</summary>
    internal int Highest(long fromMilliseconds, int least) => _highest.Highest(fromMilliseconds, least);

    /// <summary>The lowest proposal from a time on, which is never before that of a call before, and one more.</summary>
    internal int Lowest(long fromMilliseconds, int most) => -(_lowest ??= FindLowest()).Highest(fromMilliseconds, -most);

    /// <summary>Stores a proposal in the place of the last entry that is obsolete, or at the end when none is.</summary>
    /// <param name="obsoleteBeforeMilliseconds">Older entries are obsolete, and will stay so.</param>
    /// <param name="nowMilliseconds">The time of the proposal; not before that of any entry.</param>
    /// <param name="replicas">The proposal.</param>
    internal void Store(long obsoleteBeforeMilliseconds, long nowMilliseconds, int replicas)
    {
        _highest.Forget(obsoleteBeforeMilliseconds);
        _lowest?.Forget(obsoleteBeforeMilliseconds);
        var last = -1;
        for (var i = 0; i < _placesByTime.Count && IsObsolete(_placesByTime[i]); i++)
        {
            last = last < 0 || _placesByTime[i] > _placesByTime[last] ? i : last;
        }

        if (last < 0)
        {
            Add(nowMilliseconds, replicas);
            return;
        }

        // The others stay obsolete, so their order among themselves does not matter.
        var place = _placesByTime[last];
        _placesByTime[last] = _placesByTime.First;
        _placesByTime.RemoveFirst();
        Write(place, new Recommendation(nowMilliseconds, replicas));

        bool IsObsolete(int entry) => _entries[entry].TimestampMilliseconds < obsoleteBeforeMilliseconds;
    }

    private void Write(int place, Recommendation entry)
    {
        _entries[place] = entry;
        _placesByTime.Add(place);
        _highest.Add(entry.TimestampMilliseconds, entry.Replicas);
        _lowest?.Add(entry.TimestampMilliseconds, -entry.Replicas);
    }

    private SlidingMaximum FindLowest()
    {
        var lowest = new SlidingMaximum();
        foreach (var place in _placesByTime.Items)
        {
            lowest.Add(_entries[place].TimestampMilliseconds, -_entries[place].Replicas);
        }

        return lowest;
    }

    private void Sort()
    {
        ClearOrder();
        foreach (var place in Enumerable.Range(0, _count).OrderBy(place => _entries[place].TimestampMilliseconds))
        {
            Write(place, _entries[place]);
        }
    }

    private void ClearOrder()
    {
        _placesByTime.Clear();
        _highest.Clear();
        _lowest = null;
    }
}
