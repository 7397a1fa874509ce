using KedaStack.Doctor.Azure.Facts;
using KedaStack.Doctor.Chains;
using KedaStack.Doctor.Evidence;

namespace KedaStack.Doctor.Azure;

/// <summary>The names that a command leaves open, where Azure told them.</summary>
internal static class AzureNames
{
    /// <summary>A verdict whose command names the cluster, the identity and the workspace as far as they are known.</summary>
    public static LinkVerdict Fill(LinkVerdict verdict, Chain chain)
    {
        if (verdict.Mend?.Contains('<', StringComparison.Ordinal) != true)
        {
            return verdict;
        }

        var azure = new AzureSide(chain.Answers);
        var use = IdentityUse.Of(chain) is [var first, ..] ? first : null;
        var identity = use is null ? null : Identities.Of(azure, use);
        var mend = verdict.Mend;
        if (mend.Contains("<identity>", StringComparison.Ordinal) && identity is not null)
        {
            mend = mend.Replace("<identity>", identity.Id.Name, StringComparison.Ordinal).Replace("<group>", identity.Id.ResourceGroup, StringComparison.Ordinal);
        }

        if (mend.Contains("<cluster>", StringComparison.Ordinal) && azure.Id is { } cluster)
        {
            mend = mend.Replace("<cluster>", cluster.Name, StringComparison.Ordinal).Replace("<group>", cluster.ResourceGroup, StringComparison.Ordinal);
        }

        mend = use?.ClientId is { } client ? mend.Replace("<client id>", client, StringComparison.Ordinal) : mend;
        mend = use is not null && RoleNeed.Of(azure, use) is { } need ? mend.Replace("<workspace id>", need.Scope, StringComparison.Ordinal) : mend;
        return verdict with { Mend = mend };
    }
}
