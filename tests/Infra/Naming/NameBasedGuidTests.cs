using KedaStack.Infra.Naming;

namespace KedaStack.Tests.Infra.Naming;

public sealed class NameBasedGuidTests
{
    [Fact]
    public void Create_AnyText_HasVersion5AndTheVariantOfRfc9562() => Assert.All(
        Enumerable.Range(0, 100).Select(i => NameBasedGuid.Create(new string('a', i))),
        guid =>
        {
            Assert.Equal(5, guid.Version);
            Assert.InRange(guid.Variant, 8, 11);
        });

    [Fact]
    public void Create_TheSameText_IsTheSameForEver() =>
        Assert.Equal(new Guid("49597658-fcbd-52b9-8522-e0cad9e4d8d2"), NameBasedGuid.Create("scope|principal|role"));

    [Fact]
    public void Create_OtherTexts_AllDiffer()
    {
        var guids = Enumerable.Range(0, 1000).Select(i => NameBasedGuid.Create($"{i}")).ToList();

        Assert.Equal(guids.Distinct(), guids);
    }
}
