using KedaStack.Resources.Load;
using KedaStack.Resources.Workloads;
using KedaStack.Scaling.Quantities;
using KedaStack.Scaling.Tuning;
using KedaStack.Scaling.Tuning.Search;

namespace KedaStack.Reports.Tune;

/// <summary>What <c>kedastack tune</c> found.</summary>
internal sealed record TuneReport
{
    /// <summary>The stack's name, or the file.</summary>
    public required string Stack { get; init; }

    /// <summary>What it is the name of.</summary>
    public string Kind { get; init; } = "Stack";

    /// <summary>The changes as a patch of the file that was tuned, and what is to be changed by hand; null for a stack.</summary>
    public (string Patch, IReadOnlyList<string> ByHand)? FileChange { get; init; }

    /// <summary>The loads.</summary>
    public required IReadOnlyList<SimulatedTraffic> Traffics { get; init; }

    /// <summary>The world around.</summary>
    public required SimulatedWorld World { get; init; }

    /// <summary>What was tuned.</summary>
    public required TuningProblem Problem { get; init; }

    /// <summary>How it was tuned.</summary>
    public required TuningOptions Options { get; init; }

    /// <summary>The result.</summary>
    public required TuningResult Result { get; init; }

    /// <summary>The change against today's settings.</summary>
    public IReadOnlyList<SettingChange> Changes => SettingChange.Between(Result.Today.Settings, Result.Recommended.Settings);

    /// <summary>The commands that simulate the recommended settings, one for each load.</summary>
    public IReadOnlyList<string> Simulations { get; init; } = [];

    /// <summary>What a reader should know, in sentences.</summary>
    public IReadOnlyList<string> Notes =>
    [
        .. LeadIns,
        .. World.Notes,
        .. Traffics.SelectMany(traffic => traffic.Notes),
    ];

    private IEnumerable<string> LeadIns => Result.LeadIns.Where(leadIn => leadIn > TimeSpan.Zero).Distinct().Select(leadIn =>
        $"The runs begin at rest: the first load has lasted {PrometheusDuration.Format(leadIn)} when the figures begin. "
        + "simulate begins cold unless it is told --lead-in.");
}
