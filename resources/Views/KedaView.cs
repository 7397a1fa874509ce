using KedaStack.Infra.Cluster;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Objects;
using KedaStack.Scaling.Hpa.Semantics;
using KedaStack.Scaling.Keda.Semantics;

namespace KedaStack.Resources.Views;

/// <summary>Where KEDA comes from and what it runs as.</summary>
/// <param name="stack">The stack.</param>
internal sealed class KedaView(StackView stack)
{
    private const string OperatorAccount = "keda-operator";
    private const string AddOnNamespace = "kube-system";

    /// <summary>The Helm releases of KEDA's chart.</summary>
    public IReadOnlyList<GraphResource> Releases { get; } =
        [.. stack.OfType(ResourceTypes.HelmRelease).Where(release => release.Inputs.Text("chart") == "keda")];

    /// <summary>The clusters whose add-on is on.</summary>
    public IReadOnlyList<GraphResource> AddOns { get; } =
        [.. stack.OfType(ResourceTypes.Cluster).Where(cluster => cluster.Inputs.IsTrue("workloadAutoScalerProfile.keda.enabled"))];

    /// <summary>The version that the stack installs: the chart's, or the one to which AKS binds its add-on; null when neither is known.</summary>
    public KedaVersion? Version => Releases switch
    {
        [var release, ..] => KedaVersion.TryParse(release.Inputs.Text("version") ?? ""),
        [] when AddOns is [var cluster, ..] => AksVersions.Of(AksVersions.MinorOf(cluster.Inputs.Text("kubernetesVersion")) ?? HpaSemantics.DefaultMinor).Keda,
        _ => stack.Files?.Keda,
    };

    /// <summary>The subject of the tokens of the service account that the operator runs as; null when there is no KEDA.</summary>
    public string? Subject => Releases switch
    {
        [var release, ..] => $"system:serviceaccount:{release.Inputs.Text("namespace")}:{Account(release)}",
        [] when AddOns.Count > 0 => $"system:serviceaccount:{AddOnNamespace}:{OperatorAccount}",
        _ => stack.Given.KedaSubject,
    };

    /// <summary>The custom resources of KEDA.</summary>
    public IEnumerable<GraphResource> CustomResources =>
        stack.Resources.Where(resource => resource.Type.StartsWith("kubernetes:keda.sh/", StringComparison.Ordinal));

    /// <summary>The identities that KEDA signs in as; all of the stack's when nothing is wired to one.</summary>
    public IReadOnlyList<GraphResource> Identities
    {
        get
        {
            var used = CustomResources
                .Concat(Releases)
                .SelectMany(resource => resource.References.Values.SelectMany(references => references))
                .Select(reference => stack.Resolve(reference)?.Resource)
                .OfType<GraphResource>()
                .Where(resource => resource.Type == ResourceTypes.Identity)
                .Distinct()
                .ToList();
            return used.Count > 0 ? used : [.. stack.OfType(ResourceTypes.Identity)];
        }
    }

    /// <summary>The federated credentials of an identity.</summary>
    public IEnumerable<GraphResource> CredentialsOf(GraphResource identity) => stack
        .OfType(ResourceTypes.FederatedCredential)
        .Where(credential => credential.Inputs.Text("resourceName") == identity.Inputs.Text("resourceName"));

    private static string Account(GraphResource release) =>
        release.Inputs.Text("values.serviceAccount.operator.name") is { Length: > 0 } name ? name : OperatorAccount;
}
