namespace Pulumi.Testing;

/// <summary>Plays the engine and the providers in a test.</summary>
public interface IMocks
{
    /// <summary>Called for every resource; gives its id and its state.</summary>
    Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args);

    /// <summary>Called for every function call; gives its result.</summary>
    Task<object> CallAsync(MockCallArgs args);

    /// <summary>Called when a component has registered its outputs.</summary>
    Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args) => Task.CompletedTask;
}
