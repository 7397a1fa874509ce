using KedaStack.Scaling.Hpa;

namespace KedaStack.Cli.Simulate;

/// <summary>The letters that say in a terminal what limited the replicas.</summary>
internal static class LimitLetters
{
    /// <summary>Nothing did.</summary>
    public const char None = '.';

    /// <summary>The metric failed.</summary>
    public const char Failed = '!';

    private static readonly (char Letter, string Meaning)[] _meanings =
    [
        ('^', "one step up may be no larger"),
        ('v', "one step down may be no larger"),
        ('M', "maxReplicaCount"),
        ('m', "minReplicaCount"),
        (Failed, "the metric failed"),
    ];

    /// <summary>The letter of a reason.</summary>
    public static char Of(HpaConditionReason reason) => reason switch
    {
        HpaConditionReason.ScaleUpLimit => '^',
        HpaConditionReason.ScaleDownLimit => 'v',
        HpaConditionReason.TooManyReplicas => 'M',
        HpaConditionReason.TooFewReplicas => 'm',
        _ => None,
    };

    /// <summary>What the letters mean that are there.</summary>
    public static string Legend(IEnumerable<char> letters)
    {
        var there = letters.ToHashSet();
        return string.Join(", ", _meanings.Where(meaning => there.Contains(meaning.Letter)).Select(meaning => $"{meaning.Letter} {meaning.Meaning}"));
    }
}
