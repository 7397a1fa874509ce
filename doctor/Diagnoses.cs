using System.Text.Json.Nodes;
using KedaStack.Doctor.Chains;
using KedaStack.Doctor.Evidence;
using KedaStack.Resources.Cluster;
using KedaStack.Resources.Objects;

namespace KedaStack.Doctor;

/// <summary>The chains of a namespace.</summary>
internal static class Diagnoses
{
    /// <summary>
    /// A diagnosis of each ScaledObject, worst first; where there is none, of each HPA; where there is neither, one that says so.
    /// </summary>
    /// <param name="answers">The answers.</param>
    /// <param name="ns">The namespace.</param>
    /// <param name="scaledObject">The ScaledObject, or the HPA, that alone is meant; null for all.</param>
    /// <param name="readAt">When the answers were read; null for the newest time in them.</param>
    public static IReadOnlyList<Diagnosis> Of(AnswerSet answers, string ns, string? scaledObject, DateTimeOffset? readAt)
    {
        bool IsMeant(JsonObject one) => scaledObject is null || one.Text("metadata.name") == scaledObject;
        var hpas = answers.Items(ApiPath.Hpas(ns));
        var chains = answers.Items(ApiPath.ScaledObjects(ns)).Where(IsMeant).Select(one => Make(one, Chain.HpaOf(one, hpas))).ToList();
        if (chains.Count == 0)
        {
            chains = [.. hpas.Where(hpa => scaledObject is null || IsMeant(hpa) || hpa.Map("metadata.labels").GetValueOrDefault(Chain.NameLabel) == scaledObject).Select(hpa => Make(null, hpa))];
        }

        return [.. (chains.Count > 0 ? chains : [Make(null, null)]).Select(Diagnosis.Of).OrderBy(Rank)];

        Chain Make(JsonObject? one, JsonObject? hpa) => new() { Answers = answers, Namespace = ns, ScaledObject = one, Hpa = hpa, ReadAt = readAt };
    }

    private static int Rank(Diagnosis diagnosis) => diagnosis.First switch
    {
        null => int.MaxValue,
        { Verdict.State: LinkState.Fail } first => diagnosis.Links.ToList().IndexOf(first),
        { } first => 100 + diagnosis.Links.ToList().IndexOf(first),
    };
}
