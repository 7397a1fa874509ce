using KedaStack.Infra.Naming;

namespace KedaStack.Tests.Infra.Naming;

public sealed class BoundedNameTests
{
    private const int Limit = 20;

    [Theory]
    [InlineData(1)]
    [InlineData(Limit - 1)]
    [InlineData(Limit)]
    public void Create_NameThatFits_IsTheName(int length)
    {
        var name = new string('a', length);

        Assert.Equal(name, BoundedName.Create(name, Limit));
    }

    [Theory]
    [InlineData(Limit + 1)]
    [InlineData(Limit + 2)]
    [InlineData(500)]
    public void Create_NameTooLong_IsItsBeginningAndAHash(int length) =>
        Assert.Matches("^a{11}-[0-9a-f]{8}$", BoundedName.Create(new string('a', length), Limit));

    [Fact]
    public void Create_NameTooLong_IsTheSameForEver() =>
        Assert.Equal("a-name-that-c8400ded", BoundedName.Create("a-name-that-is-too-long", Limit));

    [Fact]
    public void Create_CutAtHyphens_LeavesOneOnly() =>
        Assert.Matches("^abcdefgh-[0-9a-f]{8}$", BoundedName.Create("abcdefgh---ijklmnopqrstuvwxyz", Limit));

    [Fact]
    public void Create_ManyLongNamesWithOneBeginning_AllDiffer()
    {
        var names = Enumerable.Range(0, 1000).Select(i => BoundedName.Create($"the-same-long-beginning-{i}", Limit)).ToList();

        Assert.Equal(names.Distinct(), names);
    }

    [Fact]
    public void Create_NoRoomForAHash_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => BoundedName.Create("name", maximumLength: 9));

    [Fact]
    public void Hash_OfAText_IsTheBeginningOfItsSha256() => Assert.Equal("ba7816bf", BoundedName.Hash("abc", 8));
}
