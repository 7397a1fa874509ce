using Pulumi;
using Pulumi.AzureNative.ContainerService;
using Kubernetes = Pulumi.Kubernetes;

namespace KedaStack.Infra.Cluster;

/// <summary>The options of everything that lives in the cluster.</summary>
/// <param name="provider">The cluster's own provider; the default one would use whatever context kubectl has.</param>
/// <param name="cluster">The cluster. Its objects go with it: deleting it is faster than emptying it first, and cannot
/// hang on a finalizer.</param>
internal sealed class ClusterObjects(Kubernetes.Provider provider, ManagedCluster cluster)
{
    /// <summary>Options of an object.</summary>
    /// <param name="parent">The component that it belongs to.</param>
    /// <param name="dependsOn">What has to be there before it and has to go after it.</param>
    public CustomResourceOptions Options(Resource parent, params Resource[] dependsOn) => new()
    {
        Parent = parent,
        Provider = provider,
        DeletedWith = cluster,
        DependsOn = dependsOn,
    };

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
