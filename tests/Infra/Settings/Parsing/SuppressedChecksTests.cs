namespace KedaStack.Tests.Infra.Settings.Parsing;

public sealed class SuppressedChecksTests
{
    [Fact]
    public void SuppressedChecks_IdsWithReasons_AreKept()
    {
        var suppressed = Given.Settings(("suppressedChecks", """["cooldown-without-effect=set for later","image-pinned = a=b, c"]""")).SuppressedChecks;

        Assert.Equal("set for later", suppressed["cooldown-without-effect"]);
        Assert.Equal("a=b, c", suppressed["image-pinned"]);
    }

    [Theory]
    [InlineData("image-pinned", """suppressedChecks: has an item without a reason (got "image-pinned"); write image-pinned=, and behind it why the finding is meant to be""")]
    [InlineData("image-pinned= ", """suppressedChecks: has an item without a reason (got "image-pinned="); write image-pinned=, and behind it why the finding is meant to be""")]
    [InlineData("Image=x", """suppressedChecks: has an item that does not begin with the id of a check (got "Image=x"); write id=reason, such as cooldown-without-effect=set for later""")]
    [InlineData("=x", """suppressedChecks: has an item that does not begin with the id of a check (got "=x"); write id=reason, such as cooldown-without-effect=set for later""")]
    [InlineData("a=x,a=y", """suppressedChecks: has the same check twice (got "a=y"); keep one of them""")]
    public void Rejects_SuppressedChecks(string text, string expected) => Assert.Equal([expected], Given.Problems(("suppressedChecks", text)));
}
