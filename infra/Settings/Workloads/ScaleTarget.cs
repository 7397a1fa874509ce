namespace KedaStack.Infra.Settings.Workloads;

/// <summary>An object with a scale subresource.</summary>
/// <param name="ApiVersion">Its API version; null for a kind of apps/v1.</param>
/// <param name="Kind">Its kind, such as Deployment.</param>
/// <param name="Name">Its name, in the workload's namespace.</param>
public sealed record ScaleTarget(string? ApiVersion, string Kind, string Name);
