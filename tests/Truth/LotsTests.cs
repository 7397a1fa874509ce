using KedaStack.Truth.Lots;
using KedaStack.Truth.Recordings;

namespace KedaStack.Tests.Truth;

public sealed class LotsTests
{
    private const double Second = 1000;

    // A lot can fall into the milliseconds between what the program knew of a pod and what the API told of it.
    private const double MostOffOnAverage = 0.5;
    private const double MostAwayMilliseconds = 3;
    private const int Every = 200;

    [Fact]
    public void LotWithItsMomentsLoadAndReadyPods_IsWhatPodsHadServedAtTheirDeletion()
    {
        var off = Loops.Folder.Loops.Select(LoopReader.Read).Where(loop => loop.Faults.Count == 0).SelectMany(Off).ToArray();

        Assert.True(off.Length > 50);
        Assert.InRange(off.Average(), 0, MostOffOnAverage);
    }

    [Fact]
    public void LotsOfSomeLoops_AreThoseThatAreKept()
    {
        var loops = Loops.Folder.Loops.Select(LoopReader.Read).Where(loop => loop.Pair == "k1.37-keda2.21").ToArray();
        var kept = RunLots.Of(loops[0]);

        var found = LotEstimate.Of(loops, -125_000, 2_400_000);

        Assert.InRange(found.Skip(1000).SkipLast(1000).Where((_, place) => place % Every == 0).Average(at => kept.Min(lot => Math.Abs(lot - at))), 0, MostAwayMilliseconds);
    }

    // How many requests of those that a pod had served at its deletion the lots leave unexplained.
    private static IEnumerable<double> Off(RecordedLoop loop)
    {
        var served = loop.Pods.ToDictionary(pod => pod.Name, _ => 0.0);
        var before = double.NaN;
        foreach (var lot in RunLots.Of(loop))
        {
            var ready = loop.Pods.Where(pod => pod.ReadyMilliseconds <= lot && !(pod.DeletingMilliseconds <= lot)).ToArray();
            foreach (var pod in ready)
            {
                served[pod.Name] += LoadAt(loop, lot) * (lot - before) / Second / ready.Length;
            }

            before = lot;
        }

        return loop.Pods.Where(pod => pod.Served is not null).Select(pod => Math.Abs(pod.Served!.Value - served[pod.Name]));
    }

    private static double LoadAt(RecordedLoop loop, double time)
    {
        for (var i = loop.Load.Count - 1; i >= 0; i--)
        {
            var (point, next) = (loop.Load[i], i + 1 < loop.Load.Count ? loop.Load[i + 1] : loop.Load[i]);
            if (time >= point.AtMilliseconds)
            {
                return next == point ? point.RequestsPerSecond
                    : point.RequestsPerSecond + ((next.RequestsPerSecond - point.RequestsPerSecond) * (time - point.AtMilliseconds) / (next.AtMilliseconds - point.AtMilliseconds));
            }
        }

        return loop.Load[0].RequestsPerSecond;
    }
}
