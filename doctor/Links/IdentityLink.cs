using KedaStack.Doctor.Azure;
using KedaStack.Doctor.Chains;
using KedaStack.Doctor.Evidence;
using KedaStack.Doctor.Messages;
using KedaStack.Resources.Cluster;
using KedaStack.Resources.Objects;

namespace KedaStack.Doctor.Links;

/// <summary>As whom KEDA asks.</summary>
internal sealed class IdentityLink() : Link(
    LinkIds.Identity, "authenticationRef against the authentications that exist, KEDAScalerFailed events, the operator's pod (label, environment, token volume) and service account, Azure's identity, federated credentials and roles",
    "401, 403, AADSTS codes, no workload identity in the operator's pod or the cluster, an authentication that does not exist, a federated credential with another issuer, subject or audience, an object id as client id, a role that is missing")
{
    /// <inheritdoc/>
    public override LinkVerdict Judge(Chain chain)
    {
        var missing = chain.Triggers.Select(trigger => trigger.Authentication).OfType<(string Kind, string Name)>().Distinct()
            .Where(one => IsKnownMissing(chain, one)).ToList();
        if (ScalerCauses.Of(chain, LinkIds.Identity) is { } failure)
        {
            return missing is [var (kind, name), ..]
                ? failure with
                {
                    Found = $"{failure.Found}; {kind} {name}, which the trigger refers to, does not exist",
                    Means = $"the query goes out without credentials: {failure.Means}",
                    Mend = $"create {kind} {name}: kubectl -n {chain.Namespace} apply -f <file> says why it is refused",
                }
                : AzureIdentity.Explain(chain, failure) ?? OperatorToken.Explain(chain, failure);
        }

        if (missing is [var gone, ..])
        {
            return LinkVerdict.Warning(
                $"{gone.Kind} {gone.Name}, which a trigger refers to, does not exist",
                "the query goes out without credentials: it works as long as Prometheus asks for none. Perhaps the object was refused, as podIdentity provider azure is since KEDA 2.15",
                $"create {gone.Kind} {gone.Name}, or leave out authenticationRef: kubectl -n {chain.Namespace} apply -f <file> says why it is refused");
        }

        var asked = chain.Triggers.Where(trigger => trigger.Authentication is not null || trigger.IsManaged).ToList();
        if (asked.Count == 0)
        {
            return chain.IsScaledObjectUnread ? LinkVerdict.NotRead(chain.WhyTriggersUnread) : LinkVerdict.Pass("no trigger asks for an identity");
        }

        if (chain.Reads.Any(read => read.Answer.IsOk) && !chain.Failures.IsNow)
        {
            return AzureIdentity.Ahead(chain) ?? LinkVerdict.Pass("KEDA's queries are let in");
        }

        return AzureIdentity.OfPod(chain) ?? OperatorToken.Judge(chain) ?? AzureIdentity.Judge(chain) ?? OperatorToken.Authority(chain) ?? LinkVerdict.NotRead($"no query of KEDA's was seen that was let in{AzureIdentity.Note(chain)}");
    }

    private static bool IsKnownMissing(Chain chain, (string Kind, string Name) reference)
    {
        var path = reference.Kind == "ClusterTriggerAuthentication" ? ApiPath.ClusterTriggerAuthentications : ApiPath.TriggerAuthentications(chain.Namespace);
        return chain.Answers.Get(path).IsOk && !chain.Answers.Items(path).Any(one => one.Text("metadata.name") == reference.Name);
    }
}
