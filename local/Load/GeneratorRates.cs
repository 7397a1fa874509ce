namespace KedaStack.Local.Load;

/// <summary>How a load is made of generators: as many as have their full rate, and one with the rest.</summary>
internal static class GeneratorRates
{
    /// <summary>The most processes: beyond that each has a higher rate.</summary>
    public const int MostGenerators = 20;

    private const decimal Least = 0.001m;

    /// <summary>The rates that make a load, in requests per second.</summary>
    /// <param name="load">The load.</param>
    /// <param name="perGenerator">The rate of one generator; above 0.</param>
    public static IReadOnlyList<decimal> Of(decimal load, decimal perGenerator)
    {
        if (load < Least)
        {
            return [];
        }

        if (load > MostGenerators * perGenerator)
        {
            return [.. Enumerable.Repeat(Math.Round(load / MostGenerators, 3), MostGenerators)];
        }

        var rest = load % perGenerator;
        return [.. Enumerable.Repeat(perGenerator, (int)(load / perGenerator)), .. rest < Least ? (decimal[])[] : [rest]];
    }

    /// <summary>What has to begin and to end so that one set of rates becomes another.</summary>
    /// <param name="from">The rates there are.</param>
    /// <param name="to">The rates there are to be.</param>
    public static (IReadOnlyList<decimal> Begin, IReadOnlyList<decimal> End) Change(IReadOnlyList<decimal> from, IReadOnlyList<decimal> to)
    {
        var (begin, end) = (to.ToList(), new List<decimal>());
        foreach (var rate in from)
        {
            if (!begin.Remove(rate))
            {
                end.Add(rate);
            }
        }

        return (begin, end);
    }
}
