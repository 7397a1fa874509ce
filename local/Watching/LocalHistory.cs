namespace KedaStack.Local.Watching;

/// <summary>
/// The chart of a run, with never more than a number of points: when there are too many, every second one goes, and new
/// ones are further apart. One writer; readers see the points that were there when they asked.
/// </summary>
public sealed class LocalHistory
{
    /// <summary>The most points.</summary>
    public const int MostPoints = 2000;

    private ArraySegment<LocalPoint> _points = new(new LocalPoint[MostPoints], 0, 0);
    private readonly Lock _gate = new();
    private TimeSpan _apart;

    /// <summary>Creates an empty chart.</summary>
    /// <param name="apart">How far points are apart at first.</param>
    public LocalHistory(TimeSpan apart) => _apart = apart;

    /// <summary>The points in the order of time.</summary>
    public IReadOnlyList<LocalPoint> Points
    {
        get
        {
            lock (_gate)
            {
                return _points;
            }
        }
    }

    /// <summary>Adds a point, unless it is too near to the last and nothing about the replicas has changed.</summary>
    /// <param name="point">The point; not before the last.</param>
    public void Add(LocalPoint point)
    {
        lock (_gate)
        {
            if (_points.Count > 0 && point.Time - _points[^1].Time < _apart && !Changed(_points[^1], point))
            {
                return;
            }

            if (_points.Count == MostPoints)
            {
                Thin();
            }

            _points.Array![_points.Count] = point;
            _points = new(_points.Array, 0, _points.Count + 1);
        }
    }

    // Into a new array: a reader may still look at the old one.
    private void Thin()
    {
        _apart *= 2;
        var kept = new LocalPoint[MostPoints];
        for (var i = 0; i < MostPoints / 2; i++)
        {
            kept[i] = _points[2 * i];
        }

        _points = new(kept, 0, MostPoints / 2);
    }

    private static bool Changed(LocalPoint last, LocalPoint point) =>
        last.SpecReplicas != point.SpecReplicas || last.CreatedReplicas != point.CreatedReplicas || last.ReadyReplicas != point.ReadyReplicas;
}
