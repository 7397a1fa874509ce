using KedaStack.Infra.Identity;
using KedaStack.Tests.Infra.Running;

namespace KedaStack.Tests.Infra.Platform;

/// <summary>How the parts of a stack are connected, in sentences.</summary>
internal static class Wiring
{
    private static readonly Dictionary<string, string> _names = new()
    {
        [Cloud.ClusterId] = "its cluster",
        [Cloud.WorkspaceId] = "its workspace",
        [Cloud.OidcIssuer] = "its cluster",
        [Cloud.QueryEndpoint] = "its workspace",
        [AzureMocks.GivenIssuer] = "the given cluster",
        [AzureMocks.GivenEndpoint] = "the given workspace",
        [Settings.Variants.AlternativeValues.ClusterId] = "the given cluster",
        [Settings.Variants.AlternativeValues.WorkspaceId] = "the given workspace",
    };

    /// <summary>The sentences of a run.</summary>
    public static IEnumerable<string> Sentences(StackRun run)
    {
        var provider = run["kubernetes kubernetes"];
        yield return run.Has("ManagedCluster aks")
            ? $"Makes an AKS cluster ({run["ManagedCluster aks"].Text("sku.name")}) and reaches it by its credentials."
            : provider.At("context") is { } context ? $"Reaches the cluster by the context {context}." : "Reads the given cluster and reaches it by its credentials.";
        foreach (var association in run.OfKind("DataCollectionRuleAssociation"))
        {
            yield return $"Sends the metrics of {Name(association.Text("resourceUri"))} to {Name(run["DataCollectionRule data-collection-rule"].Text("destinations.monitoringAccounts[0].accountResourceId"))}.";
        }

        yield return run.Has("Release keda") ? $"Installs KEDA in {run["Release keda"].Text("namespace")}{(run["Release keda"].At("values.podIdentity") is null ? "" : " with an identity")}."
            : run.Has("ManagedCluster aks") && run["ManagedCluster aks"].At("workloadAutoScalerProfile.keda.enabled") is not null ? "Turns the KEDA add-on on."
            : "Leaves KEDA as it is.";
        foreach (var credential in run.OfKind("FederatedIdentityCredential"))
        {
            yield return $"KEDA's identity trusts {credential.Text("subject")} of {Name(credential.Text("issuer"))}.";
        }

        foreach (var role in run.OfKind("RoleAssignment").Where(role => role.Text("principalId") == Cloud.KedaPrincipalId).OrderBy(role => role.Name, StringComparer.Ordinal))
        {
            yield return $"KEDA's identity has {AzureRoles.NameOf(role.Text("roleDefinitionId"))} on {Name(role.Text("scope"))}.";
        }

        foreach (var scaledObject in run.OfKind("ScaledObject").Where(scaledObject => scaledObject.At("spec.triggers[0].metadata.serverAddress") is not null))
        {
            var scope = scaledObject.At("spec.triggers[0].metadata.customHeaders") is { } header ? $", only the series of {Name(((string)header!).Split('=')[1])}" : "";
            yield return $"{scaledObject.Text("metadata.namespace")}/{scaledObject.Text("metadata.name")} asks {Name(scaledObject.Text("spec.triggers[0].metadata.serverAddress"))}{scope}, {SignsIn(run, scaledObject)}.";
        }

        foreach (var monitors in run.Resources.Where(resource => resource.Type.EndsWith("Monitor", StringComparison.Ordinal) && resource.IsKubernetes).GroupBy(monitor => monitor.Text("apiVersion")))
        {
            yield return $"Monitors of {monitors.Key}: {string.Join(", ", monitors.Select(monitor => monitor.Text("metadata.name")))}.";
        }
    }

    private static string SignsIn(StackRun run, StackResource scaledObject)
    {
        if (scaledObject.At("spec.triggers[0].authenticationRef.name") is not { } reference)
        {
            return "without signing in";
        }

        var authentication = run.OfKind("TriggerAuthentication").Single(one =>
            one.Text("metadata.name") == (string)reference! && one.Text("metadata.namespace") == scaledObject.Text("metadata.namespace"));
        return authentication.At("spec.podIdentity.identityId") is { } identity
            ? $"as {((string)identity! == Cloud.KedaClientId ? "KEDA's identity" : "another identity")}{(scaledObject.At("spec.triggers[0].metadata.azureManagedPrometheusResourceURL") is { } audience ? $" for {audience}" : "")}"
            : $"with {authentication.Text("spec.secretTargetRef[0].parameter")} of the Secret {authentication.Text("spec.secretTargetRef[0].name")}";
    }

    private static string Name(string value) =>
        _names.OrderByDescending(name => name.Key.Length).Where(name => value.StartsWith(name.Key, StringComparison.Ordinal))
            .Select(name => $"{name.Value}{value[name.Key.Length..].Replace("/namespaces/", ", namespace ", StringComparison.Ordinal)}").FirstOrDefault(value);
}
