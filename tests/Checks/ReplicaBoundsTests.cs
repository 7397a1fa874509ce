namespace KedaStack.Tests.Checks;

public sealed class ReplicaBoundsTests
{
    private const string ScaledObject = "ScaledObject/scaled-object";

    /// <summary>Without a written minimum, which counts as 0, there is still at least one replica to scale to.</summary>
    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void Maximum_WithoutAMinimum_IsAtLeastOne(int max, bool isFound)
    {
        var real = PreviewedStacks.Of(PreviewedStacks.Default);

        var findings = CheckedStack.NewFindings(real, real.Without(ScaledObject, "spec.minReplicaCount").With(ScaledObject, "spec.maxReplicaCount", max));

        Assert.Equal(isFound, findings.Any(found => found.Check.Id == "replica-bounds" && found.Path == "spec.maxReplicaCount"));
    }

    [Theory]
    [InlineData(0, 0, null)]
    [InlineData(2, 1, null)]
    [InlineData(1, 1, "1; expected less than 1, the minimum")]
    [InlineData(null, 0, "0; expected less than 0, the minimum")]
    public void Idle_ComparedWithTheMinimum_IsAsKedaDoes(int? min, int idle, string? finding)
    {
        var real = PreviewedStacks.Of(PreviewedStacks.Default);
        var changed = min is { } number
            ? real.With(ScaledObject, "spec.minReplicaCount", number)
            : real.Without(ScaledObject, "spec.minReplicaCount");

        var findings = CheckedStack.NewFindings(real, changed.With(ScaledObject, "spec.idleReplicaCount", idle))
            .Where(found => found.Check.Id == "replica-bounds")
            .Select(found => $"{found.Found}; expected {found.Expected}");

        Assert.Equal(finding is null ? [] : [finding], findings);
    }
}
