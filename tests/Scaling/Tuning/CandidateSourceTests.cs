using KedaStack.Scaling.Tuning;
using KedaStack.Scaling.Tuning.Search;

namespace KedaStack.Tests.Scaling.Tuning;

public sealed class CandidateSourceTests
{
    [Fact]
    public void First_OfAll_AreTodaysSettings() => Assert.Equal(Space().Start, Batch(new CandidateSource(Space(), 7))[0]);

    [Fact]
    public void Next_AreTodaysWithOneKnobChanged_EachPositionOfEach()
    {
        var space = Space();
        var source = new CandidateSource(space, 7);
        var tried = Enumerable.Range(0, 3).SelectMany(_ => Batch(source)).Select(positions => string.Join(',', positions)).ToHashSet();

        for (var knob = 0; knob < space.Knobs.Count; knob++)
        {
            for (var position = 0; position < space.Knobs[knob].Values.Count; position++)
            {
                int[] changed = [.. space.Start];
                changed[knob] = position;
                Assert.Contains(string.Join(',', space.Repaired(changed)), tried);
            }
        }
    }

    [Fact]
    public void Candidates_OfManyBatches_AreNeverTheSameTwice()
    {
        var source = new CandidateSource(Space(), 7);
        var all = Enumerable.Range(0, 6).SelectMany(_ => Batch(source)).Select(positions => string.Join(',', positions)).ToList();

        Assert.Equal(all.Count, all.Distinct().Count());
        Assert.True(all.Count > 500);
    }

    [Fact]
    public void Candidates_OfASmallSpace_AreAllOfIt()
    {
        var space = SearchSpaceBuilder.Build(Problems.Of(Problems.Burst) with { Only = ["threshold"] }, []);
        var source = new CandidateSource(space!, 7);

        Assert.Equal((int)space!.Size, Enumerable.Range(0, 3).Sum(_ => Batch(source).Count));
        Assert.Empty(Batch(source));
    }

    // What is gone through as a whole fills its batches to the last one; what is tried at random meets the same settings again.
    [Theory]
    [InlineData(64, 64, true)]
    [InlineData(17, 241, false)]
    public void Candidates_OfTheLargestSmallSpace_AreAllOfIt_OfALargerOneNot(int first, int second, bool isAll)
    {
        var space = new SearchSpace(Space().Today, [Numbers(TunableSetting.Threshold, first), Numbers(TunableSetting.ScaleDownWindow, second)], []);
        var source = new CandidateSource(space, 7);

        var size = first * second;
        var tried = Enumerable.Range(0, (size + 127) / 128).Sum(_ => source.Next([], [space.Start]).Count);

        Assert.Equal((UInt128)size, space.Size);
        Assert.Equal(isAll, tried == size);
    }

    private static Knob Numbers(string setting, int count) =>
        Knob.OfNumbers(TunableSetting.Find(setting)!, Enumerable.Range(1, count).Select(value => (decimal?)value), 1, 1, (settings, _) => settings);

    private static IReadOnlyList<int[]> Batch(CandidateSource source) => source.Next([], [Space().Start]);

    private static SearchSpace Space() => SearchSpaceBuilder.Build(Problems.Of(Problems.Burst), [])!;
}
