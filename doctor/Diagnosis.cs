using KedaStack.Doctor.Azure;
using KedaStack.Doctor.Chains;
using KedaStack.Doctor.Evidence;
using KedaStack.Resources.Cluster;

namespace KedaStack.Doctor;

/// <summary>How each link of a chain is, which one breaks first, and whether the HPA does what the model predicts.</summary>
internal sealed record Diagnosis
{
    /// <summary>What a process ends with when a link is broken.</summary>
    public const int Broken = 2;

    /// <summary>What it ends with when what matters most could not be read.</summary>
    public const int Unread = 1;

    /// <summary>The chain.</summary>
    public required Chain Chain { get; init; }

    /// <summary>The links, in the order in which the data flows.</summary>
    public required IReadOnlyList<LinkResult> Links { get; init; }

    /// <summary>Whether the HPA does what the model predicts, in a sentence.</summary>
    public required string Prediction { get; init; }

    /// <summary>Whether it does; null where there is nothing to compare.</summary>
    public required bool? IsAsPredicted { get; init; }

    /// <summary>The first broken link; where none is, the first with a warning; null where all is well.</summary>
    public LinkResult? First => Links.FirstOrDefault(link => link.Verdict.State == LinkState.Fail) ?? Links.FirstOrDefault(link => link.Verdict.State == LinkState.Warning);

    /// <summary>Why nothing at all could be read, in a few words; null where something was.</summary>
    public string? WhyNothing => Chain.Answers.All.Count == 0 || Chain.Answers.All.Any(answer => !answer.IsUnread) ? null
        : Chain.Answers.All.GroupBy(answer => answer.WhyUnread).MaxBy(group => group.Count())!.Key;

    /// <summary>
    /// 2 when a link is broken; else 1 when the HPA, its ScaledObject (where KEDA made it) or a metric of it could not be read; else 0.
    /// </summary>
    public int ExitCode => Links.Any(link => link.Verdict.State == LinkState.Fail) ? Broken : IsUnread ? Unread : 0;

    private bool IsUnread => Chain.Answers.Get(ApiPath.Hpas(Chain.Namespace)).IsUnread
        || Chain.IsScaledObjectUnread
        || Chain.Reads.Any(read => read.IsUnread);

    /// <summary>Judges a chain.</summary>
    public static Diagnosis Of(Chain chain)
    {
        var results = new List<LinkResult>();
        string? broken = null;
        foreach (var link in LinkList.All)
        {
            var verdict = AzureNames.Fill(link.Judge(chain), chain);
            results.Add(new LinkResult(link.Id, verdict, verdict is { State: LinkState.Fail, IsConsequence: true } ? broken : null));
            broken ??= verdict.State == LinkState.Fail ? link.Id : null;
        }

        var (sentence, isAsPredicted) = Evidence.Prediction.Of(chain);
        return new Diagnosis { Chain = chain, Links = results, Prediction = sentence, IsAsPredicted = isAsPredicted };
    }
}
