namespace KedaStack.Resources.Cluster.Live;

/// <summary>Asks an API server. It can do nothing but GET.</summary>
internal interface IApiReader
{
    /// <summary>Gets a path. Whatever goes wrong is an answer that says so.</summary>
    /// <param name="path">The path with its query.</param>
    /// <param name="timeout">How long it may take.</param>
    /// <param name="cancellationToken">Gives up, with an exception.</param>
    public Task<ClusterAnswer> GetAsync(string path, TimeSpan timeout, CancellationToken cancellationToken);
}
