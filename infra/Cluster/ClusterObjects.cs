using KedaStack.Infra.Platform;
using Pulumi;

namespace KedaStack.Infra.Cluster;

/// <summary>The options of everything that lives in the cluster.</summary>
/// <param name="cluster">The cluster. Its own provider is used, since the default one would take whatever context kubectl
/// has. Where the stack owns it, its objects go with it: deleting it is faster than emptying it first, and cannot hang on a
/// finalizer.</param>
internal sealed class ClusterObjects(KubernetesCluster cluster)
{
    /// <summary>Options of an object.</summary>
    /// <param name="parent">The component that it belongs to.</param>
    /// <param name="dependsOn">What has to be there before it and has to go after it.</param>
    public CustomResourceOptions Options(Resource parent, params Resource[] dependsOn)
    {
        var options = new CustomResourceOptions { Parent = parent, Provider = cluster.Provider, DependsOn = dependsOn };
        if (cluster.Owner is { } owner)
        {
            options.DeletedWith = owner;
        }

        return options;
    }

    /// <summary>Options of an object whose creation is retried.</summary>
    /// <param name="parent">The component that it belongs to.</param>
    /// <param name="retry">When to retry.</param>
    /// <param name="dependsOn">What has to be there before it and has to go after it.</param>
    public CustomResourceOptions Options(Resource parent, ErrorHook retry, params Resource[] dependsOn)
    {
        var options = Options(parent, dependsOn);
        options.Hooks = new ResourceHookBinding { OnError = { retry } };
        return options;
    }
}
