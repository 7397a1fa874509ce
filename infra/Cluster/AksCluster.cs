using KedaStack.Infra.Hooks;
using KedaStack.Infra.Identity;
using KedaStack.Infra.Naming;
using KedaStack.Infra.Platform;
using KedaStack.Infra.Settings;
using Pulumi;
using Pulumi.AzureNative.ContainerService;

namespace KedaStack.Infra.Cluster;

/// <summary>
/// The AKS cluster with OIDC issuer, workload identity and managed Prometheus, and the one Kubernetes provider through
/// which everything in it is made.
/// </summary>
internal sealed class AksCluster : ComponentResource
{
    /// <summary>Creates the cluster.</summary>
    public AksCluster(
        string name,
        StackSettings settings,
        ResourceNames names,
        Output<string> resourceGroup,
        IReadOnlyList<Principal> admins,
        RoleAssignments roles,
        Refusal refusal,
        InputMap<string> tags,
        ResourceHook refuseUpdate,
        ComponentResourceOptions options)
        : base("kedastack:cluster:AksCluster", name, options)
    {
        var entra = settings.Cluster.Access == ClusterAccess.Entra;
        Cluster = new ManagedCluster("aks", AksClusterArgs.Create(settings, names, resourceGroup, tags), new CustomResourceOptions
        {
            Parent = this,
            Protect = settings.Protect,
            CustomTimeouts = new CustomTimeouts
            {
                Create = TimeSpan.FromMinutes(60),
                Update = TimeSpan.FromMinutes(60),
                Delete = TimeSpan.FromMinutes(60),
            },
            Hooks = new ResourceHookBinding { BeforeUpdate = { refuseUpdate } },
            // The upgrade channels move the versions and the cluster autoscaler the count.
            IgnoreChanges =
            {
                "kubernetesVersion",
                "agentPoolProfiles[0].orchestratorVersion",
                "agentPoolProfiles[0].count",
            },
        });

        InputList<Resource> clusterAdmins = entra
            ? admins.Select(admin => (Resource)roles.Give(
                $"aks-admin-{admin.Label}", AzureRoles.AksRbacClusterAdmin, admin, Cluster.Id, this)).ToArray()
            : Array.Empty<Resource>();

        var kubeconfig = ClusterCredentials.Read(
            resourceGroup, Cluster.Name, (names.ResourceGroup, names.Cluster), settings.Cluster, refusal, new InvokeOptions { Parent = this });
        var provider = new Pulumi.Kubernetes.Provider(
            "kubernetes", ProviderArguments.Create(kubeconfig), new CustomResourceOptions { Parent = this, DependsOn = clusterAdmins });

        Kubernetes = new KubernetesCluster
        {
            Provider = provider,
            Owner = Cluster,
            // The issuer ends with a slash, which Entra ID compares to the letter.
            Azure = new AzureCluster(
                Cluster.Id, Cluster.Name, resourceGroup, Cluster.OidcIssuerProfile.Apply(profile => profile!.IssuerURL), kubeconfig),
        };
        RegisterOutputs();
    }

    /// <summary>The cluster, for whatever is put into it.</summary>
    public KubernetesCluster Kubernetes { get; }

    private ManagedCluster Cluster { get; }
}
