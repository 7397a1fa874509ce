using FsCheck.Fluent;
using KedaStack.Scaling.Tuning.Choice;
using KedaStack.Scaling.Tuning.Evaluation;

namespace KedaStack.Tests.Scaling.Tuning;

public sealed class ParetoFrontTests
{
    [Fact]
    public void Add_AnyPoints_KeepsExactlyThoseThatNoOtherDominates() => Properties.Hold(
        (from unmet in Gen.Choose(0, 6) from hours in Gen.Choose(0, 6) from flaps in Gen.Choose(0, 3) select new Objectives(unmet, hours, flaps)).ListOf(),
        points => points
            .Where(point => !points.Any(other => IsBetter(other, point)))
            .Distinct()
            .ToHashSet()
            .SetEquals(Front(points)));

    [Fact]
    public void Add_AnyPoints_KeepsEachOnce() => Properties.Hold(
        (from unmet in Gen.Choose(0, 3) from hours in Gen.Choose(0, 3) select new Objectives(unmet, hours, 0)).ListOf(),
        points => Front(points) is var front && front.Distinct().Count() == front.Count);

    [Fact]
    public void Add_Equal_KeepsTheFewestChangesThenTheFirst()
    {
        var front = new ParetoFront<(string Name, int Changes)>(_ => new Objectives(1, 1, 1), candidate => candidate.Changes);
        front.Add(("first", 2));
        front.Add(("fewer", 1));
        front.Add(("later", 1));

        Assert.Equal([("fewer", 1)], front.Members);
    }

    private static IReadOnlyList<Objectives> Front(IEnumerable<Objectives> points)
    {
        var front = new ParetoFront<Objectives>(point => point, _ => 0);
        foreach (var point in points)
        {
            front.Add(point);
        }

        return front.Members;
    }

    private static bool IsBetter(Objectives one, Objectives other) =>
        one.UnmetRequests <= other.UnmetRequests && one.ReplicaHours <= other.ReplicaHours && one.Flaps <= other.Flaps
        && (one.UnmetRequests < other.UnmetRequests || one.ReplicaHours < other.ReplicaHours || one.Flaps < other.Flaps);
}
