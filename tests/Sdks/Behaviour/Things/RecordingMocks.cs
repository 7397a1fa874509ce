using System.Collections.Immutable;
using Pulumi;
using Pulumi.Testing;

namespace KedaStack.Tests.Sdks.Behaviour.Things;

/// <summary>Remembers what it is asked; by default a resource is what went in, and its id is its name with "-id" behind.</summary>
internal sealed class RecordingMocks : IMocks
{
    private readonly List<MockResourceArgs> _resources = [];
    private readonly List<MockCallArgs> _calls = [];
    private readonly List<MockRegisterResourceOutputsRequest> _outputs = [];

    public Func<MockResourceArgs, Task<(string? Id, object State)>> OnResource { get; init; }
        = args => Task.FromResult<(string?, object)>(($"{args.Name}-id", args.Inputs));

    public Func<MockCallArgs, object> OnCall { get; init; } = _ => ImmutableDictionary<string, object>.Empty;

    public IReadOnlyList<MockResourceArgs> Resources => Copy(_resources);

    public IReadOnlyList<MockCallArgs> Calls => Copy(_calls);

    public IReadOnlyList<MockRegisterResourceOutputsRequest> Outputs => Copy(_outputs);

    /// <summary>Mocks whose resources all have this state.</summary>
    public static RecordingMocks WithState(params (string Key, object Value)[] state)
        => new() { OnResource = args => Task.FromResult<(string?, object)>(($"{args.Name}-id", state.ToImmutableDictionary(e => e.Key, e => e.Value))) };

    public async Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        lock (_resources)
        {
            _resources.Add(args);
        }

        return await OnResource(args);
    }

    public Task<object> CallAsync(MockCallArgs args)
    {
        lock (_calls)
        {
            _calls.Add(args);
        }

        return Task.FromResult(OnCall(args));
    }

    public Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args)
    {
        lock (_outputs)
        {
            _outputs.Add(args);
        }

        return Task.CompletedTask;
    }

    public ImmutableDictionary<string, object> InputsOf(string name) => Resources.Single(resource => resource.Name == name).Inputs;

    /// <summary>Runs a program, by default with missing outputs known, as in an update.</summary>
    public Task<ImmutableArray<Resource>> RunAsync(Action program, bool isPreview = false)
        => Deployment.TestAsync(this, new TestOptions { IsPreview = isPreview }, program);

    /// <summary>
    /// Runs an async program in the thread pool: the official SDK blocks its caller's thread meanwhile, and xunit has few.
    /// </summary>
    public Task<ImmutableArray<Resource>> RunAsync(Func<Task> program)
        => Task.Run(() => Deployment.TestAsync(this, new TestOptions(), program));

    private static List<T> Copy<T>(List<T> list)
    {
        lock (list)
        {
            return [.. list];
        }
    }
}
