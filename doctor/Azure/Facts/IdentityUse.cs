using System.Text.Json.Nodes;
using KedaStack.Doctor.Chains;
using KedaStack.Resources.Cluster;
using KedaStack.Resources.Objects;

namespace KedaStack.Doctor.Azure.Facts;

/// <summary>An identity of Azure that a trigger signs in with, through workload identity.</summary>
/// <param name="Authentication">The kind and the name of the trigger's authentication.</param>
/// <param name="ClientId">The client id; null where none is written anywhere.</param>
/// <param name="TenantId">The tenant that it signs in to; null where none is written anywhere.</param>
/// <param name="Trigger">The trigger.</param>
internal sealed record IdentityUse((string Kind, string Name) Authentication, string? ClientId, string? TenantId, ChainTrigger Trigger)
{
    private const string Annotation = "azure.workload.identity/";

    /// <summary>Those of a chain, each of which is used by a trigger.</summary>
    public static IReadOnlyList<IdentityUse> Of(Chain chain)
    {
        var (account, variables) = (Account(chain), Variables(chain));
        return
        [
            .. chain.Triggers.Where(trigger => trigger.Authentication is not null).Select(trigger => (Trigger: trigger, Json: Find(chain, trigger.Authentication!.Value)))
                .Where(one => one.Json.Text("spec.podIdentity.provider") == "azure-workload").Select(one => Make(one.Trigger, one.Json!)),
        ];

        IdentityUse Make(ChainTrigger trigger, JsonObject authentication)
        {
            var annotations = account.Map("metadata.annotations");
            return new IdentityUse(
                trigger.Authentication!.Value, Written(authentication.Text("spec.podIdentity.identityId")) ?? Written(annotations.GetValueOrDefault($"{Annotation}client-id")) ?? variables.GetValueOrDefault("AZURE_CLIENT_ID"),
                Written(authentication.Text("spec.podIdentity.identityTenantId")) ?? Written(annotations.GetValueOrDefault($"{Annotation}tenant-id")) ?? variables.GetValueOrDefault("AZURE_TENANT_ID"), trigger);
        }
    }

    /// <summary>The subject of the operator's tokens; null where it was not read as whom it runs.</summary>
    public static string? Subject(Chain chain) => chain.Keda.Operators is [var one]
        ? $"system:serviceaccount:{one.Text("metadata.namespace")}:{AccountName(one)}" : null;

    /// <summary>The name of an operator's service account.</summary>
    public static string AccountName(JsonNode @operator) => @operator.Text("spec.template.spec.serviceAccountName") ?? KedaInstallation.OperatorName;

    private static JsonObject? Find(Chain chain, (string Kind, string Name) reference) => chain.Answers
        .Items(reference.Kind == "ClusterTriggerAuthentication" ? ApiPath.ClusterTriggerAuthentications : ApiPath.TriggerAuthentications(chain.Namespace))
        .FirstOrDefault(one => one.Text("metadata.name") == reference.Name);

    private static JsonObject? Account(Chain chain) => chain.Keda.Operators is [var one] ? chain.Keda.ServiceAccount(one) : null;

    private static Dictionary<string, string> Variables(Chain chain) => chain.Keda.Operators.Take(1).SelectMany(chain.Keda.Pods).SelectMany(pod => pod.Objects("spec.containers"))
        .SelectMany(container => container.Objects("env")).Where(variable => Written(variable.Text("value")) is not null)
        .GroupBy(variable => variable.Text("name") ?? "").ToDictionary(group => group.Key, group => group.First().Text("value")!);

    private static string? Written(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
