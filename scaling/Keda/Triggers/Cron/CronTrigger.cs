using KedaStack.Scaling.Keda.Semantics;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Scaling.Keda.Triggers.Cron;

/// <summary>A cron trigger: so many replicas at least between start and end (pkg/scalers/cron_scaler.go).</summary>
public sealed record CronTrigger : ExternalMetricTrigger
{
    /// <summary>The trigger's type.</summary>
    public const string TypeName = "cron";

    /// <summary>The time zone as it is written; it is looked up at each check only.</summary>
    public required string Timezone { get; init; }

    /// <summary>When the window opens, as it is written.</summary>
    public required string Start { get; init; }

    /// <summary>When it closes, as it is written.</summary>
    public required string End { get; init; }

    /// <summary>The value inside the window; outside it is 0.</summary>
    public required long DesiredReplicas { get; init; }

    /// <summary>When the window opens.</summary>
    public required CronSchedule StartSchedule { get; init; }

    /// <summary>When it closes.</summary>
    public required CronSchedule EndSchedule { get; init; }

    /// <summary>Whether commas stay in the metric's name, which the API refuses then (before KEDA 2.20).</summary>
    /// <value>The default is false.</value>
    public bool KeepsCommas { get; init; }

    /// <inheritdoc/>
    public override string Type => TypeName;

    /// <inheritdoc/>
    public override string TargetParameter => "desiredReplicas";

    /// <inheritdoc/>
    public override string? ActivationParameter => null;

    /// <inheritdoc/>
    protected override string ScalerMetricName => Normalize($"cron-{Timezone}-{Part(Start)}-{Part(End)}");

    /// <inheritdoc/>
    public override MilliQuantity Target(KedaSemantics semantics) => new(1000);

    /// <summary>Whether the window is open; only its value says so, so that no other value than 0 is inactive.</summary>
    /// <param name="value">The value.</param>
    public override bool IsActive(double value) => value is < 0 or > 0;

    /// <summary>What the trigger says at a time: the desired replicas inside the window, 0 outside, or that there is no such time zone.</summary>
    /// <param name="now">The time.</param>
    public ScalerReading Read(DateTimeOffset now) => IanaTimeZone.Find(Timezone, out var error) is { } zone
        ? Reading(CronWindow.At(this, zone, now).IsOpen)
        : ScalerReading.Failed($"unable to load timezone: {error}");

    /// <summary>What the trigger says inside or outside its window.</summary>
    /// <param name="isOpen">Whether the window is open.</param>
    public ScalerReading Reading(bool isOpen) => ScalerReading.Of(isOpen ? DesiredReplicas : 0);

    private string Part(string schedule)
    {
        var part = schedule.Replace(" ", "", StringComparison.Ordinal).Replace("*", "x", StringComparison.Ordinal)
            .Replace("/", "Sl", StringComparison.Ordinal).Replace("?", "Qm", StringComparison.Ordinal);
        return KeepsCommas ? part : part.Replace(",", "Cm", StringComparison.Ordinal);
    }
}
