using KedaStack.Scaling.Simulation.TimeAndChance;

namespace KedaStack.Local.Pods;

/// <summary>The places of the replicas, in the order in which they are taken. Not thread-safe.</summary>
/// <param name="deployment">The name of the Deployment.</param>
/// <param name="templateHash">What tells its pods from those of another template.</param>
/// <param name="seed">The seed of the names.</param>
internal sealed class PodPlaces(string deployment, string templateHash, ulong seed) : IDisposable
{
    // As Kubernetes draws the end of a name (apimachinery, pkg/util/rand): nothing that could make a word.
    private const string Letters = "bcdfghjklmnpqrstvwxz2456789";
    private const int LettersPerName = 5;

    private readonly Queue<PodPlace> _prepared = new();
    private readonly List<PodPlace> _all = [];
    private SplitMix64 _random = new(seed);

    /// <summary>The places that are prepared, but not taken.</summary>
    public IReadOnlyCollection<PodPlace> Prepared => _prepared;

    /// <summary>Prepares places until there are as many as that.</summary>
    public void Prepare(int count)
    {
        while (_prepared.Count < count)
        {
            var place = new PodPlace(_all.Count, $"{deployment}-{templateHash}-{Name()}");
            _all.Add(place);
            _prepared.Enqueue(place);
        }
    }

    /// <summary>Takes the next one.</summary>
    public PodPlace Take()
    {
        Prepare(1);
        var place = _prepared.Dequeue();
        place.IsTaken = true;
        return place;
    }

    /// <inheritdoc/>
    public void Dispose() => _all.ForEach(place => place.Dispose());

    private string Name()
    {
        Span<char> name = stackalloc char[LettersPerName];
        foreach (ref var letter in name)
        {
            letter = Letters[(int)_random.Below(Letters.Length)];
        }

        return name.ToString();
    }
}
