using KedaStack.Resources.Graph;
using KedaStack.Resources.Objects;

namespace KedaStack.Resources.Views;

/// <summary>What a ScaledObject or a HorizontalPodAutoscaler scales.</summary>
/// <param name="Namespace">The namespace.</param>
/// <param name="Kind">The kind; a Deployment where none is said.</param>
/// <param name="Name">The name.</param>
internal sealed record ScaledTarget(string Namespace, string Kind, string Name)
{
    /// <summary>That of a scaler.</summary>
    public static ScaledTarget Of(GraphResource scaler) => new(
        scaler.Namespace(), scaler.Inputs.Text("spec.scaleTargetRef.kind") ?? "Deployment", scaler.Inputs.Text("spec.scaleTargetRef.name") ?? "");
}
