using System.Globalization;
using KedaStack.Scaling.Go;
using KedaStack.Scaling.Keda.Semantics;

namespace KedaStack.Scaling.Keda;

/// <summary>The annotations of a ScaledObject that change how it scales (apis/keda/v1alpha1/scaledobject_types.go).</summary>
public sealed record ScaledObjectAnnotations
{
    private const string Group = "autoscaling.keda.sh/";

    /// <summary>No annotation.</summary>
    public static ScaledObjectAnnotations None { get; } = new();

    /// <summary>Whether scaling is paused: the loop rests and the HPA is deleted.</summary>
    public bool Paused { get; init; }

    /// <summary>The replicas that the target is set to while it is paused.</summary>
    /// <value>Null: those there are.</value>
    public int? PausedReplicas { get; init; }

    /// <summary>Whether scale-in is paused, to 0 and by the HPA.</summary>
    public bool PausedScaleIn { get; init; }

    /// <summary>Whether scale-out is paused, from 0 and by the HPA.</summary>
    public bool PausedScaleOut { get; init; }

    /// <summary>Whether the target counts as active whatever its triggers say.</summary>
    public bool ForceActivation { get; init; }

    /// <summary>
    /// Reads annotations. What is no boolean counts as true; <c>paused-replicas</c> pauses even when it is no number.
    /// </summary>
    /// <param name="annotations">The annotations.</param>
    /// <param name="semantics">KEDA; null for <see cref="KedaSemantics.Default"/>.</param>
    public static ScaledObjectAnnotations Read(IReadOnlyDictionary<string, string> annotations, KedaSemantics? semantics = null)
    {
        bool Is(string name) => annotations.TryGetValue(Group + name, out var text) && (GoParse.Bool(text) ?? true);

        var known = (semantics ?? KedaSemantics.Default).DirectionAnnotations;
        var hasReplicas = annotations.TryGetValue(Group + "paused-replicas", out var replicas);
        return new ScaledObjectAnnotations
        {
            Paused = hasReplicas || Is("paused"),
            PausedReplicas = int.TryParse(replicas, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count) ? count : null,
            PausedScaleIn = known && Is("paused-scale-in"),
            PausedScaleOut = known && Is("paused-scale-out"),
            ForceActivation = known && Is("force-activation"),
        };
    }
}
