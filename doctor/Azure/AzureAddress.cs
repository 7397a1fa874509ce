using KedaStack.Doctor.Azure.Facts;
using KedaStack.Doctor.Chains;
using KedaStack.Doctor.Evidence;
using KedaStack.Doctor.Messages;
using KedaStack.Resources.Writing;

namespace KedaStack.Doctor.Azure;

/// <summary>Whether the address that KEDA asks is a workspace's.</summary>
internal static class AzureAddress
{
    /// <summary>What is wrong with the address; null for nothing, and where it was not read.</summary>
    /// <param name="chain">The chain.</param>
    public static LinkVerdict? Judge(Chain chain)
    {
        var azure = new AzureSide(chain.Answers);
        return azure.Rules is null || azure.Destinations is not [var one, ..] || IsAnswered(chain) ? null
            : QueriedWorkspace.Triggers(chain).Where(trigger => !QueriedWorkspace.IsScoped(trigger) && QueriedWorkspace.Of(azure, trigger) is null)
                .Select(trigger => AzureCauses.OtherAddress.Fail(
                    $"KEDA asks {Shown(trigger.ServerAddress)}; workspace {one.Id.Name}, to which cluster {azure.Id!.Name} sends, is at {Shown(one.Endpoint ?? "")}", azure, Names(chain, trigger, one)))
                .FirstOrDefault();
    }

    /// <summary>Whether what is at the address answers KEDA, be it with an error of its own.</summary>
    public static bool IsAnswered(Chain chain) => chain.Reads.Any(read => read.Answer.IsOk) && !chain.Failures.IsNow
        || chain.Failures.Texts.Any(text => MessageTable.OfScaler(text) is { } cause && cause.Link != LinkIds.Prometheus);

    /// <summary>The names of the command that writes a workspace's address into a trigger.</summary>
    public static (string Name, string Value)[] Names(Chain chain, ChainTrigger trigger, Workspace workspace) =>
    [
        ("namespace", chain.Namespace), ("name", chain.Name), ("place", FormattableString.Invariant($"{trigger.Place}")), ("endpoint", workspace.Endpoint ?? "<address>"),
    ];

    /// <summary>An address as it is shown.</summary>
    public static string Shown(string address) => address.Contains('@', StringComparison.Ordinal) ? "an address with a user" : VisibleText.Of(address);
}
