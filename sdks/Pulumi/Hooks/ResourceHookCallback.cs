namespace Pulumi;

/// <summary>Runs before or after an operation on a resource.</summary>
public delegate Task ResourceHookCallback(ResourceHookArgs args, CancellationToken cancellationToken = default);
