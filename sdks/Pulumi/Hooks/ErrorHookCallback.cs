namespace Pulumi;

/// <summary>Runs when an operation on a resource failed; true tries it again.</summary>
public delegate Task<bool> ErrorHookCallback(ErrorHookArgs args, CancellationToken cancellationToken = default);
