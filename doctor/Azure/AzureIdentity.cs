using KedaStack.Doctor.Azure.Facts;
using KedaStack.Doctor.Chains;
using KedaStack.Doctor.Evidence;

namespace KedaStack.Doctor.Azure;

/// <summary>Whether KEDA's identity can sign in and may ask.</summary>
internal static class AzureIdentity
{
    /// <summary>A failure that KEDA told, with what Azure says of its cause; null where it says nothing about it.</summary>
    public static LinkVerdict? Explain(Chain chain, LinkVerdict failure)
    {
        var text = string.Join('\n', chain.Failures.Texts);
        return Faults(chain).FirstOrDefault(fault => fault.IsIn(text)) is { Verdict: var verdict }
            ? verdict with { Found = $"{verdict.Found}; {failure.Found}", State = LinkState.Fail } : null;
    }

    /// <summary>What keeps the operator's pod from having a token at all; null for nothing, and where it was not read.</summary>
    public static LinkVerdict? OfPod(Chain chain) => Faults(chain).FirstOrDefault(fault => fault is { IsSure: true, Said: IdentityFault.NoToken })?.Verdict;

    /// <summary>What is wrong though no event says so; null for nothing, and where it was not read.</summary>
    public static LinkVerdict? Judge(Chain chain) => Faults(chain).FirstOrDefault(fault => fault.IsSure)?.Verdict;

    /// <summary>What will shut KEDA out when its token ends; null for nothing, and where it was not read.</summary>
    public static LinkVerdict? Ahead(Chain chain) => Faults(chain).FirstOrDefault(fault => fault is { IsSure: true, LastsUntilToken: true })?.Verdict is { } verdict
        ? verdict with { State = LinkState.Warning, Found = $"KEDA's queries are let in, with a token from before; {verdict.Found}", Means = $"when the token ends, after at most 24 hours, there is no other: {verdict.Means}" } : null;

    /// <summary>Why Azure's part of the link is not known, for the end of its line; empty where it is, and where nobody tried.</summary>
    public static string Note(Chain chain) => IdentityUse.Of(chain).Count > 0 && new AzureSide(chain.Answers).WhyUnread is { } why ? $"; Azure: {ScalerCauses.Shown(why)}" : "";

    /// <summary>What is wrong, in the order in which it has to be right.</summary>
    private static IEnumerable<IdentityFault> Faults(Chain chain)
    {
        var azure = new AzureSide(chain.Answers);
        return azure.Id is null ? [] : IdentityUse.Of(chain).SelectMany(use => ClusterFaults.Of(azure).Concat(ClientFaults.Of(chain, azure, use)).Concat(CredentialFaults.Of(chain, azure, use)).Concat(RoleFaults.Of(chain, azure, use)));
    }
}
