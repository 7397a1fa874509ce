using KedaStack.Infra.Settings.Problems;

namespace KedaStack.Resources.Files;

/// <summary>A kind of Kubernetes object that is read from a file.</summary>
/// <param name="ApiVersion">Its group and version.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Name">How messages call it.</param>
/// <param name="Command">How it is recorded.</param>
/// <param name="FileName">A good name of the file.</param>
/// <param name="Option">The option of <c>explain</c> that names the file.</param>
internal sealed record ObjectKind(string ApiVersion, string Kind, string Name, string Command, string FileName, string Option)
{
    /// <summary>An HPA.</summary>
    public static ObjectKind Hpa { get; } = new(
        "autoscaling/v2", "HorizontalPodAutoscaler", "an HPA", "kubectl get hpa.v2.autoscaling <name> -o yaml", "hpa.yaml", "--hpa");

    /// <summary>A ScaledObject.</summary>
    public static ObjectKind ScaledObject { get; } = new(
        "keda.sh/v1alpha1", "ScaledObject", "a ScaledObject", "kubectl get scaledobject <name> -o yaml", "scaledobject.yaml", "--scaled-object");

    /// <summary>Whether an object is of this kind; what is wrong otherwise is added to its problems.</summary>
    public bool Check(ObjectFields fields)
    {
        var (kind, version) = (fields.Text("kind"), fields.Text("apiVersion"));
        if (kind == Kind && version == ApiVersion)
        {
            return true;
        }

        var (field, got, wanted) = kind != Kind ? ("kind", kind, Kind) : ("apiVersion", version, ApiVersion);
        var other = Array.Find((ObjectKind[])[Hpa, ScaledObject], other => other.Kind == kind && other != this);
        fields.Refuse(
            field, got is null ? "is missing" : $"is not {wanted}", got is null ? "nothing" : Quoted.Text(got),
            (other is null ? "" : $"explain it with {other.Option}, or ") + $"record {Name}: {Command}");
        return false;
    }
}
