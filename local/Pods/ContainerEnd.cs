namespace KedaStack.Local.Pods;

/// <summary>How one process of a replica ended.</summary>
/// <param name="ExitCode">Its exit code; 128 and more for a signal.</param>
/// <param name="Served">The requests that it says it served; 0 when it never listened, null when it could not say.</param>
/// <param name="Errors">The end of its standard error.</param>
internal sealed record ContainerEnd(int ExitCode, long? Served, string Errors);
