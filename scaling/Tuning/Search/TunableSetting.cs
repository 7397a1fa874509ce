namespace KedaStack.Scaling.Tuning.Search;

/// <summary>A setting that can be tuned, under the name that the stack's settings have for it.</summary>
/// <param name="Name">The name.</param>
/// <param name="Kind">What its values are.</param>
/// <param name="Least">The least value that is allowed; a duration in seconds. 0 for policies.</param>
/// <param name="Most">The greatest one; a duration in seconds. 0 for policies.</param>
public sealed record TunableSetting(string Name, TunableKind Kind, decimal Least, decimal Most)
{
    private const decimal SecondsPerDay = 86_400;
    private const decimal LongestStabilization = 3600;
    private const decimal MostReplicas = 10_000;

#pragma warning disable CS1591 // each is described where its values are
    public const string Threshold = "threshold";
    public const string Window = "window";
    public const string ScrapeInterval = "scrapeInterval";
    public const string PollingInterval = "pollingInterval";
    public const string CooldownPeriod = "cooldownPeriod";
    public const string MinReplicaCount = "minReplicaCount";
    public const string MaxReplicaCount = "maxReplicaCount";
    public const string ScaleUpWindow = "scaleUpStabilizationWindowSeconds";
    public const string ScaleUpPolicies = "scaleUpPolicies";
    public const string ScaleDownWindow = "scaleDownStabilizationWindowSeconds";
    public const string ScaleDownPolicies = "scaleDownPolicies";
#pragma warning restore CS1591

    /// <summary>All of them, in the order in which they are reported.</summary>
    public static IReadOnlyList<TunableSetting> All { get; } =
    [
        new(Threshold, TunableKind.Number, 0.001m, 100_000),
        new(Window, TunableKind.Duration, 1, SecondsPerDay),
        new(ScrapeInterval, TunableKind.Duration, 1, SecondsPerDay),
        new(PollingInterval, TunableKind.Whole, 1, SecondsPerDay),
        new(CooldownPeriod, TunableKind.Whole, 0, SecondsPerDay),
        new(MinReplicaCount, TunableKind.Whole, 0, MostReplicas),
        new(MaxReplicaCount, TunableKind.Whole, 1, MostReplicas),
        new(ScaleUpWindow, TunableKind.Whole, 0, LongestStabilization),
        new(ScaleUpPolicies, TunableKind.Policies, 0, 0),
        new(ScaleDownWindow, TunableKind.Whole, 0, LongestStabilization),
        new(ScaleDownPolicies, TunableKind.Policies, 0, 0),
    ];

    /// <summary>The setting of a name.</summary>
    /// <returns>Null when it can't be tuned.</returns>
    public static TunableSetting? Find(string name) => All.FirstOrDefault(setting => setting.Name == name);
}
