using System.Runtime.InteropServices;

namespace KedaStack.Scaling.Simulation.Recording.Timeline;

/// <summary>
/// Keeps the syncs as points of a chart, and never more than a number of them: when there are too many, neighbours
/// become one, and from then on each point stands for twice as many syncs.
/// </summary>
public sealed class TimelineRecorder : ISyncObserver
{
    private readonly int _mostPoints;
    private readonly List<TimelinePoint> _points = [];
    private int _syncsInLast;

    /// <summary>Creates a recorder.</summary>
    /// <param name="mostPoints">The most points; 2 or more.</param>
    public TimelineRecorder(int mostPoints = 2000)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(mostPoints, 2);
        _mostPoints = mostPoints;
    }

    /// <summary>The points in the order of time.</summary>
    public IReadOnlyList<TimelinePoint> Points => _points;

    /// <summary>How many syncs a point stands for; the last one may stand for fewer.</summary>
    public int SyncsPerPoint { get; private set; } = 1;

    /// <inheritdoc/>
    public void OnSync(in HpaSync sync)
    {
        var point = TimelinePoint.Of(sync);
        if (_points.Count > 0 && _syncsInLast < SyncsPerPoint)
        {
            ref var last = ref CollectionsMarshal.AsSpan(_points)[^1];
            last = last.With(point);
            _syncsInLast++;
            return;
        }

        if (_points.Count == _mostPoints)
        {
            Halve();
            OnSync(sync);
            return;
        }

        _points.Add(point);
        _syncsInLast = 1;
    }

    /// <inheritdoc/>
    public void OnStretch(in LoadStretch stretch)
    {
    }

    /// <inheritdoc/>
    public void OnDecision(in ScalingDecision decision)
    {
    }

    private void Halve()
    {
        var kept = (_points.Count + 1) / 2;
        for (var i = 0; i < kept; i++)
        {
            _points[i] = (2 * i) + 1 < _points.Count ? _points[2 * i].With(_points[(2 * i) + 1]) : _points[2 * i];
        }

        _syncsInLast = _points.Count % 2 == 0 ? 2 * SyncsPerPoint : SyncsPerPoint;
        SyncsPerPoint *= 2;
        _points.RemoveRange(kept, _points.Count - kept);
    }
}
