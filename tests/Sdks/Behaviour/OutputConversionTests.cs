using System.Collections.Immutable;
using KedaStack.Tests.Sdks.Behaviour.Things;
using Pulumi;
using Pulumi.Utilities;

namespace KedaStack.Tests.Sdks.Behaviour;

public class OutputConversionTests
{
    [Fact]
    public async Task State_FillsOutputsOfEveryKind()
    {
        var thing = await ThingAsync(RecordingMocks.WithState(
            ("text", "t"),
            ("count", 3),
            ("ratio", 1.5),
            ("flag", true),
            ("tags", new Dictionary<string, object> { ["a"] = "b" }),
            ("items", new List<string> { "x", "y" }),
            ("part", new Dictionary<string, object> { ["name"] = "p", ["partSize"] = 2 }),
            ("parts", new[] { new Dictionary<string, object> { ["name"] = "q" } }),
            ("either", 4),
            ("anything", new Dictionary<string, object> { ["n"] = 1 })));

        Assert.Equal("t", await ValueAsync(thing.Text));
        Assert.Equal(3, await ValueAsync(thing.Count));
        Assert.Equal(1.5, await ValueAsync(thing.Ratio));
        Assert.True(await ValueAsync(thing.Flag));
        Assert.Equal("b", (await ValueAsync(thing.Tags))!["a"]);
        Assert.Equal(["x", "y"], (await ValueAsync(thing.Items)).AsEnumerable());
        var part = await ValueAsync(thing.Part);
        Assert.Equal(("p", 2), (part!.Name, part.Size));
        Assert.Null((await ValueAsync(thing.Parts))[0].Size);
        Assert.Equal(4, (await ValueAsync(thing.Either))!.Value.AsT1);
        Assert.Equal(1.0, ((ImmutableDictionary<string, object>)(await ValueAsync(thing.Anything))!)["n"]);
    }

    [Fact]
    public async Task MissingOutput_InAnUpdate_IsKnownAndEmpty()
    {
        var thing = await ThingAsync(RecordingMocks.WithState());

        Assert.True(await OutputUtilities.GetIsKnownAsync(thing.Text));
        Assert.Null(await ValueAsync(thing.Text));
        Assert.Equal(0, await ValueAsync(thing.Count));
        Assert.True((await ValueAsync(thing.Items)).IsDefault);
    }

    [Fact]
    public async Task MissingOutput_InAPreview_IsUnknown()
    {
        var thing = await ThingAsync(RecordingMocks.WithState(("text", "t")), isPreview: true);

        Assert.True(await OutputUtilities.GetIsKnownAsync(thing.Text));
        Assert.False(await OutputUtilities.GetIsKnownAsync(thing.Count));
    }

    [Fact]
    public async Task WrongType_BecomesEmpty()
    {
        var thing = await ThingAsync(RecordingMocks.WithState(("text", 1), ("count", "many"), ("items", "one"), ("part", "p"), ("tags", true)));

        Assert.Null(await ValueAsync(thing.Text));
        Assert.Equal(0, await ValueAsync(thing.Count));
        Assert.True((await ValueAsync(thing.Items)).IsDefault);
        Assert.Null(await ValueAsync(thing.Part));
        Assert.Null(await ValueAsync(thing.Tags));
    }

    [Fact]
    public async Task SecretState_MakesTheOutputSecret()
    {
        var thing = await ThingAsync(new RecordingMocks
        {
            OnResource = _ => Task.FromResult<(string?, object)>(("id", new Dictionary<string, object>
            {
                ["text"] = Output.CreateSecret("s"),
                ["tags"] = new Dictionary<string, object> { ["a"] = Output.CreateSecret("s") },
                ["count"] = 1,
            })),
        });

        Assert.True(await Output.IsSecretAsync(thing.Text));
        Assert.True(await Output.IsSecretAsync(thing.Tags));
        Assert.False(await Output.IsSecretAsync(thing.Count));
        Assert.Equal("s", await ValueAsync(thing.Text));
    }

    [Fact]
    public async Task NoId_IsUnknownEvenInAnUpdate()
    {
        var thing = await ThingAsync(new RecordingMocks
        {
            OnResource = args => Task.FromResult<(string?, object)>((null, args.Inputs)),
        });

        Assert.False(await OutputUtilities.GetIsKnownAsync(thing.Id));
        Assert.True(await OutputUtilities.GetIsKnownAsync(thing.Urn));
    }

    [Fact]
    public async Task UnsupportedState_FailsTheRun()
    {
        var failure = await Assert.ThrowsAsync<RunException>(() => ThingAsync(new RecordingMocks
        {
            OnResource = _ => Task.FromResult<(string?, object)>(("id", "just text")),
        }));

        Assert.Contains("System.String is not a supported argument type", failure.Message);
    }

    [Fact]
    public async Task Outputs_DependOnTheirResource()
    {
        var thing = await ThingAsync(RecordingMocks.WithState(("text", "t")));

        Assert.Equal([thing], await OutputUtilities.GetDependenciesAsync(thing.Text));
        Assert.Equal([thing], await OutputUtilities.GetDependenciesAsync(thing.Text.Apply(text => text + "!")));
    }

    private static async Task<Thing> ThingAsync(RecordingMocks mocks, bool isPreview = false)
        => (Thing)(await mocks.RunAsync(() => _ = new Thing("thing"), isPreview)).Single();

    private static Task<T> ValueAsync<T>(Output<T> output) => OutputUtilities.GetValueAsync(output);
}
