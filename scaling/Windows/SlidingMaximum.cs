namespace KedaStack.Scaling.Windows;

/// <summary>
/// The highest value of a window that only moves forward. However long the window is, a value costs the same: one that is
/// followed by a value as high can never be the highest again, so only the others are kept, and they descend.
/// </summary>
internal sealed class SlidingMaximum
{
    private SlidingList<(long Milliseconds, int Value)> _descending = new();

    /// <summary>Adds a value.</summary>
    /// <param name="milliseconds">Its time; not before that of the value before.</param>
    /// <param name="value">The value.</param>
    public void Add(long milliseconds, int value)
    {
        while (_descending.Count > 0 && _descending.Last.Value < value)
        {
            _descending.RemoveLast();
        }

        if (_descending.Count > 0 && _descending.Last.Value == value)
        {
            _descending.Last.Milliseconds = milliseconds;
            return;
        }

        _descending.Add((milliseconds, value));
    }

    /// <summary>The highest of the values from a time on and one more.</summary>
    /// <param name="fromMilliseconds">The time; what is older is forgotten.</param>
    /// <param name="least">One more value, which is not kept.</param>
    public int Highest(long fromMilliseconds, int least)
    {
        Forget(fromMilliseconds);
        return _descending.Count > 0 ? Math.Max(least, _descending.First.Value) : least;
    }

    /// <summary>Forgets what is older than a time.</summary>
    /// <param name="beforeMilliseconds">The time.</param>
    public void Forget(long beforeMilliseconds)
    {
        while (_descending.Count > 0 && _descending.First.Milliseconds < beforeMilliseconds)
        {
            _descending.RemoveFirst();
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Clear() => _descending.Clear();
}
