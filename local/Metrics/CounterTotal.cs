namespace KedaStack.Local.Metrics;

/// <summary>All increases of a counter since it was 0, those of restarted processes included.</summary>
internal sealed class CounterTotal
{
    private double _last;

    /// <summary>The sum.</summary>
    public double Value { get; private set; }

    /// <summary>Adds a sample; one below the last is that of a process that began anew.</summary>
    public void Add(double sample)
    {
        Value += sample < _last ? sample : sample - _last;
        _last = sample;
    }

    /// <summary>The sum of the increases of samples in the order of time.</summary>
    public static double Of(IEnumerable<double> samples)
    {
        var total = new CounterTotal();
        foreach (var sample in samples)
        {
            total.Add(sample);
        }

        return total.Value;
    }
}
