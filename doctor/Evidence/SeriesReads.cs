using KedaStack.Doctor.Chains;
using KedaStack.Resources.Cluster;
using KedaStack.Resources.Objects;

namespace KedaStack.Doctor.Evidence;

/// <summary>Which questions about series and values are still to be asked: what one answer leaves open, the next round asks for.</summary>
internal static class SeriesReads
{
    private const int Most = 20;

    /// <summary>The questions, with the addresses of their triggers; none when all is known.</summary>
    /// <param name="answers">The answers.</param>
    /// <param name="ns">The namespace.</param>
    /// <param name="scaledObject">The ScaledObject that alone is meant; null for all.</param>
    public static IReadOnlyList<(string ServerAddress, string Query)> Wanted(AnswerSet answers, string ns, string? scaledObject) =>
    [
        .. answers.Items(ApiPath.ScaledObjects(ns)).Where(one => scaledObject is null || one.Text("metadata.name") == scaledObject)
            .Select(one => new Chain { Answers = answers, Namespace = ns, ScaledObject = one, Hpa = Chain.HpaOf(one, answers.Items(ApiPath.Hpas(ns))) })
            .SelectMany(chain => chain.PrometheusTriggers.SelectMany(trigger => Of(chain, trigger)).Where(one => QueryProbe.Of(chain, one.Query) is null)).Distinct().Take(Most),
    ];

    private static IEnumerable<(string ServerAddress, string Query)> Of(Chain chain, ChainTrigger trigger)
    {
        foreach (var question in SourceValue.Questions(chain, trigger))
        {
            yield return (trigger.ServerAddress, question);
        }

        // Without a pod there is nothing to scrape, and what did not answer the query itself is not asked again.
        foreach (var question in chain.ReadyPods == 0 || SeriesQuestion.Answer(chain, trigger.Query) is null ? [] : SeriesQuestion.Of(trigger.Query))
        {
            yield return (trigger.ServerAddress, question.Age);
            if (SeriesQuestion.Answer(chain, question.Age) is not { } ages)
            {
                continue;
            }

            if (ages.Count == 0)
            {
                yield return (trigger.ServerAddress, question.Counters);
                yield return (trigger.ServerAddress, question.AgeWithinAnHour);
            }

            if (question.Targets is { } targets && (ages.Count == 0 || ages[0].Value > SeriesProbe.Longest(chain).TotalSeconds))
            {
                yield return (trigger.ServerAddress, targets);
            }
        }
    }
}
