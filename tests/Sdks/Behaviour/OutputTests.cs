using System.Globalization;
using Pulumi;
using Pulumi.Utilities;

namespace KedaStack.Tests.Sdks.Behaviour;

public class OutputTests
{
    private static readonly Output<int> _unknown = OutputUtilities.CreateUnknown(0);

    [Fact]
    public async Task Apply_Unknown_IsNotCalled()
    {
        var called = false;
        var result = _unknown.Apply(_ => called = true);

        Assert.False(await OutputUtilities.GetIsKnownAsync(result));
        Assert.False(called);
    }

    [Fact]
    public async Task CreateUnknown_WithAFactory_IsOfItsValuesTypeAndNeverCallsIt()
    {
        var unknown = OutputUtilities.CreateUnknown<int>(() => throw new InvalidOperationException("called"));

        Assert.False(await OutputUtilities.GetIsKnownAsync(unknown));
        Assert.Equal(0, await OutputUtilities.GetValueAsync(unknown));
    }

    [Fact]
    public async Task Apply_OverloadsGiveTheInnerValue()
    {
        var one = Output.Create(1);

        Assert.Equal("1", await ValueAsync(one.Apply(value => $"{value}")));
        Assert.Equal("1", await ValueAsync(one.Apply(value => Task.FromResult($"{value}"))));
        Assert.Equal("1", await ValueAsync(one.Apply(value => Output.Create($"{value}"))));
        Assert.Equal("1", await ValueAsync(one.Apply(value => (Input<string>)$"{value}")));
    }

    [Fact]
    public async Task Apply_InnerUnknownOrSecret_MakesTheResultSo()
    {
        Assert.False(await OutputUtilities.GetIsKnownAsync(Output.Create(1).Apply(_ => _unknown)));
        Assert.True(await Output.IsSecretAsync(Output.Create(1).Apply(_ => Output.CreateSecret(2))));
        Assert.True(await Output.IsSecretAsync(Output.CreateSecret(1).Apply(value => value + 1)));
    }

    [Fact]
    public async Task Apply_NoInnerOutput_GivesTheDefault()
        => Assert.Equal(0, await ValueAsync(Output.Create(1).Apply(_ => default(Output<int>))));

    [Fact]
    public async Task All_KeepsTheOrder()
        => Assert.Equal([1, 2, 3], (await ValueAsync(Output.All(Output.Create(1), Output.Create(Task.FromResult(2)), Output.Create(3)))).AsEnumerable());

    [Fact]
    public async Task All_OneUnknownOrSecret_MakesTheWholeSo()
    {
        Assert.False(await OutputUtilities.GetIsKnownAsync(Output.All(Output.Create(1), _unknown)));
        Assert.True(await Output.IsSecretAsync(Output.All(Output.Create(1), Output.CreateSecret(2))));
    }

    [Fact]
    public async Task Tuple_MixesInputsAndOutputs()
    {
        Input<int> input = 1;

        Assert.Equal((1, "a"), await ValueAsync(Output.Tuple(input, (Input<string>)Output.Create("a"))));
        Assert.Equal((1, "a", true), await ValueAsync(Output.Tuple(Output.Create(1), Output.Create("a"), Output.Create(true))));
    }

    [Fact]
    public async Task Format_IsCultureInvariant()
    {
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            Input<string> input = "in";
            Assert.Equal("1.5 in out", await ValueAsync(Output.Format($"{1.5} {input} {Output.Create("out")}")));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public async Task Unsecret_IsNoSecret()
    {
        var secret = Output.CreateSecret(Output.Create("s"));

        Assert.True(await Output.IsSecretAsync(secret));
        Assert.False(await Output.IsSecretAsync(Output.Unsecret(secret)));
        Assert.Equal("s", await ValueAsync(Output.Unsecret(secret)));
    }

    [Fact]
    public async Task InputList_PutsItemsTogether()
    {
        InputList<string> list = new[] { "a" };
        list.Add("b", Output.Create("c"));
        list.AddRange(Output.Create(new List<string> { "d" }));

        Assert.Equal(["a", "b", "c", "d", "e"], (await ValueAsync(list.Concat("e").ToOutput())).AsEnumerable());
        Assert.Equal(["a", "b", "c", "d"], (await ValueAsync(list.ToOutput())).AsEnumerable());
    }

    [Fact]
    public async Task InputList_CanBeEnumerated()
    {
        var items = new List<string>();
        await foreach (var item in (InputList<string>)new[] { "a", "b" })
        {
            items.Add(await ValueAsync(item.ToOutput()));
        }

        Assert.Equal(["a", "b"], items);
    }

    [Fact]
    public async Task InputMap_SameKeySameValue_IsOneEntry()
    {
        var map = new InputMap<string> { ["a"] = "1" };
        map.Add("a", "1");

        Assert.Equal(new Dictionary<string, string> { ["a"] = "1" }, await ValueAsync(map.ToOutput()));
    }

    [Fact]
    public async Task InputMap_SameKeyOtherValue_Fails()
    {
        var map = new InputMap<string> { ["a"] = "1" };
        map.Add("a", "2");

        await Assert.ThrowsAsync<ArgumentException>(() => ValueAsync(map.ToOutput()));
    }

    [Fact]
    public async Task InputMapMerge_SecondWins()
    {
        var merged = InputMap<string>.Merge(new() { ["a"] = "1", ["b"] = "1" }, new() { ["b"] = "2" });

        Assert.Equal(new Dictionary<string, string> { ["a"] = "1", ["b"] = "2" }, await ValueAsync(merged.ToOutput()));
    }

    [Fact]
    public async Task Union_KnowsItsType()
    {
        InputUnion<string, int> text = "a";
        InputUnion<string, int> number = Output.Create(2);

        Assert.Equal("a", (await ValueAsync(text.ToOutput())).AsT0);
        Assert.Equal(2, (await ValueAsync(number.ToOutput())).AsT1);
    }

    private static Task<T> ValueAsync<T>(Output<T> output) => OutputUtilities.GetValueAsync(output);
}
