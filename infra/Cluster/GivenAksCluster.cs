using KedaStack.Infra.Given;
using KedaStack.Infra.Hooks;
using KedaStack.Infra.Platform;
using KedaStack.Infra.Settings;
using KedaStack.Infra.Settings.Platform;
using Pulumi;
using Pulumi.AzureNative.ContainerService;
using Kubernetes = Pulumi.Kubernetes;

namespace KedaStack.Infra.Cluster;

/// <summary>
/// An AKS cluster that is there: read, never declared, since ARM has only PUT for a cluster and an import resets what it does
/// not name. What it lacks ends the deployment with the one command for its owner.
/// </summary>
internal sealed class GivenAksCluster : ComponentResource
{
    /// <summary>Reads the cluster.</summary>
    public GivenAksCluster(
        string name, ExistingCluster cluster, StackSettings settings, Refusal refusal, ComponentResourceOptions options)
        : base("kedastack:cluster:GivenAksCluster", name, options)
    {
        var id = cluster.Id;
        var invoke = new InvokeOptions { Parent = this, Provider = Subscriptions.Of("existing-cluster", id, settings.Cloud, this) };
        var facts = GetManagedCluster
            .Invoke(new GetManagedClusterInvokeArgs { ResourceGroupName = id.ResourceGroup, ResourceName = id.Name }, invoke)
            .Apply(read =>
            {
                var found = ClusterFacts.Of(read);
                var refusals = ClusterNeeds.Refusals(cluster, found, settings);
                return refusals.Count == 0 ? found : throw refusal.Because(string.Join('\n', refusals));
            });

        // Everything that follows from it waits for the read: what it refuses reaches nobody.
        var kubeconfig = cluster.KubeContext is null
            ? ClusterCredentials.Read(
                facts.Apply(_ => id.ResourceGroup), id.Name, (id.ResourceGroup, id.Name), settings.Cluster, refusal, invoke)
            : null;
        Kubernetes = new KubernetesCluster
        {
            Provider = new Kubernetes.Provider("kubernetes", ProviderArguments.Create(kubeconfig, facts.Apply(_ => cluster.KubeContext ?? "")), new CustomResourceOptions { Parent = this }),
            Azure = new AzureCluster(
                facts.Apply(_ => id.ToString()),
                facts.Apply(_ => id.Name),
                facts.Apply(_ => id.ResourceGroup),
                facts.Apply(found => found.IssuerUrl),
                kubeconfig)
            {
                Subscription = id.Subscription,
            },
        };
        RegisterOutputs();
    }

    /// <summary>The cluster, for whatever is put into it.</summary>
    public KubernetesCluster Kubernetes { get; }
}
