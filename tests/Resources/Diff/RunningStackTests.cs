using KedaStack.Resources.Diff;
using KedaStack.Resources.Preview;
using KedaStack.Tests.Checks;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Resources.Diff;

/// <summary>
/// An upgrade of a stack that runs replaces and removes nothing. The file holds the URNs of the default stack as it was before the
/// platform could be given (483d603), and those of its inputs that cannot change without a replacement.
/// </summary>
public sealed class RunningStackTests
{
    private static readonly PreviewDocument _running = PreviewDocument.Parse(RepositoryRoot.Read("tests/Resources/Diff/running-stack.json"));

    [Fact]
    public void Upgrade_OfTheDefaultStack_KeepsEveryUrn()
    {
        var present = PreviewDocument.Of(PreviewedStacks.Of(PreviewedStacks.Default));

        Assert.Empty(_running.Resources.Keys.Except(present.Resources.Keys));
    }

    [Fact]
    public void Upgrade_OfTheDefaultStack_ReplacesNothing()
    {
        var change = StackDiffer.Compare(_running, PreviewDocument.Of(PreviewedStacks.Of(PreviewedStacks.Default)));

        Assert.DoesNotContain(change.Resources, resource => resource.IsReplaced || resource.IsRefused || resource.Kind == ChangeKind.Removed);
    }

    [Fact]
    public void Upgrade_WithAnotherName_WouldBeSeen()
    {
        var change = StackDiffer.Compare(_running, PreviewDocument.Of(PreviewedStacks.Preview("namePrefix=other")));

        Assert.Contains(change.Resources, resource => resource.IsReplaced && resource.Name == "aks");
    }
}
