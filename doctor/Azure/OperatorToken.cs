using System.Text.Json.Nodes;
using KedaStack.Doctor.Azure.Facts;
using KedaStack.Doctor.Chains;
using KedaStack.Doctor.Evidence;
using KedaStack.Doctor.Messages;
using KedaStack.Resources.Objects;

namespace KedaStack.Doctor.Azure;

/// <summary>
/// What workload identity's webhook puts into the operator's pod when it is made: environment and a token (azure-workload-identity,
/// pkg/webhook/webhook.go). All or nothing of it is there, unless somebody wrote a part by hand.
/// </summary>
internal static class OperatorToken
{
    private const string Label = "azure.workload.identity/use";
    private const string Volume = "azure-identity-token";
    private const string Audience = "api://AzureADTokenExchange";
    private const string AuthorityHost = "AZURE_AUTHORITY_HOST";
    private const string ClientId = "AZURE_CLIENT_ID";
    private const string TenantId = "AZURE_TENANT_ID";
    private const string TokenFile = "AZURE_FEDERATED_TOKEN_FILE";

    private static readonly string[] _variables = [ClientId, TenantId, TokenFile];

    private static MessageCause NoEnvironment => EntraMessages.All.First(cause => cause.Is("no token file specified"));

    /// <summary>What the pod lacks, without which it gets no token; null for nothing, where it was not read, and where no trigger needs one.</summary>
    public static LinkVerdict? Judge(Chain chain) => Add(chain, LinkVerdict.Fail("", NoEnvironment, chain));

    /// <summary>A failure that KEDA told, with what the pod lacks; the same one where it is about something else.</summary>
    public static LinkVerdict Explain(Chain chain, LinkVerdict failure) => (chain.Failures.Texts.Any(NoEnvironment.Is) ? Add(chain, failure) : null) ?? failure;

    /// <summary>A pod that does not say of which cloud its tokens are; null for none.</summary>
    public static LinkVerdict? Authority(Chain chain) => Pod(chain) is { } pod && !Variables(pod).Contains(AuthorityHost)
        ? LinkVerdict.Warning($"the operator's pod {pod.Text("metadata.name")} has no {AuthorityHost}", "it asks Entra of the public cloud for tokens, which no sovereign cloud takes", Mend(chain)) : null;

    private static LinkVerdict? Add(Chain chain, LinkVerdict verdict)
    {
        if (Pod(chain) is not { } pod)
        {
            return null;
        }

        // Who wrote token and volume by hand may leave the ids to the authentication.
        var (variables, uses) = (Variables(pod), IdentityUse.Of(chain));
        var isByHand = variables.Contains(TokenFile) && HasToken(pod);
        var lacks = _variables.Where(name => !variables.Contains(name)
                && !(isByHand && ((name == ClientId && uses.All(use => use.ClientId is not null)) || (name == TenantId && uses.All(use => use.TenantId is not null)))))
            .Concat(HasToken(pod) ? [] : [$"volume {Volume}"]).ToList();
        return lacks.Count == 0 ? null : verdict with
        {
            Found = $"{(verdict.Found.Length > 0 ? $"{verdict.Found}; " : "")}the operator's pod {pod.Text("metadata.name")} has no {string.Join(", no ", lacks)}{(HasLabel(pod) ? "" : $", and no label {Label}: \"true\"")}",
            Means = lacks.Count > _variables.Length ? verdict.Means
                : "the webhook of workload identity puts all of it into a pod or nothing: what is there was written by hand, and without the rest the operator gets no token",
            Mend = Mend(chain),
        };
    }

    /// <summary>The pod that is judged: of several, one that lacks something only where none has it all, since a rollout replaces them.</summary>
    private static JsonObject? Pod(Chain chain) => IdentityUse.Of(chain).Count == 0 ? null
        : chain.Keda.Operators.SelectMany(chain.Keda.Pods).OrderByDescending(pod => Variables(pod).Count(name => name == AuthorityHost || _variables.Contains(name)) + (HasToken(pod) ? 1 : 0)).FirstOrDefault();

    /// <summary>Without the label the webhook passes the pod over, however often it is made anew.</summary>
    private static string Mend(Chain chain) => MessageTable.Command(
        Pod(chain) is { } pod && !HasLabel(pod) && !chain.Keda.Operators.Any(KedaInstallation.IsAddOn)
            ? "helm upgrade keda kedacore/keda -n {operator} --reuse-values --set podIdentity.azureWorkload.enabled=true"
            : NoEnvironment.Mend,
        chain);

    private static bool HasLabel(JsonObject pod) => pod.Map("metadata.labels").GetValueOrDefault(Label) == "true";

    private static bool HasToken(JsonObject pod) => pod.Objects("spec.volumes").Any(volume => volume.Text("name") == Volume
        || volume.Objects("projected.sources").Any(source => source.Text("serviceAccountToken.audience")?.StartsWith(Audience, StringComparison.Ordinal) == true));

    private static HashSet<string> Variables(JsonObject pod) =>
        [.. pod.Objects("spec.containers").SelectMany(container => container.Objects("env")).Select(variable => variable.Text("name") ?? "")];
}
