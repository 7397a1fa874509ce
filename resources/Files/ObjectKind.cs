using KedaStack.Infra.Settings.Problems;

namespace KedaStack.Resources.Files;

/// <summary>A kind of Kubernetes object that is read from a file.</summary>
/// <param name="ApiVersion">Its group and version.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Name">How messages call it.</param>
/// <param name="Command">How it is recorded.</param>
/// <param name="FileName">A good name of the file.</param>
/// <param name="Option">The option of <c>explain</c> that names the file; empty where the command takes it without one.</param>
internal sealed record ObjectKind(string ApiVersion, string Kind, string Name, string Command, string FileName, string Option)
{
    /// <summary>An HPA.</summary>
    public static ObjectKind Hpa { get; } = new(
        "autoscaling/v2", "HorizontalPodAutoscaler", "an HPA", "kubectl get hpa.v2.autoscaling <name> -o yaml", "hpa.yaml", "--hpa")
    {
        GoneVersion = "autoscaling/v2beta2",
        FirstVersion = AutoscalerV1.ApiVersion,
        EarlierVersion = AutoscalerV2Beta1.ApiVersion,
    };

    /// <summary>An HPA for <c>migrate</c>.</summary>
    public static ObjectKind HpaToMigrate { get; } = Hpa with { Option = "", IsMigrated = true };

    /// <summary>A ScaledObject.</summary>
    public static ObjectKind ScaledObject { get; } = new(
        "keda.sh/v1alpha1", "ScaledObject", "a ScaledObject", "kubectl get scaledobject <name> -o yaml", "scaledobject.yaml", "--scaled-object");

    /// <summary>A version with the same fields that clusters do not serve any more.</summary>
    /// <value>Null: none.</value>
    public string? GoneVersion { get; private init; }

    /// <summary>A version with other fields that clusters do not serve any more.</summary>
    /// <value>Null: none.</value>
    public string? EarlierVersion { get; private init; }

    /// <summary>A version that keeps in annotations what this one has fields for.</summary>
    /// <value>Null: none.</value>
    public string? FirstVersion { get; private init; }

    /// <summary>Whether a ScaledObject is made of it, so that one that is there already has nothing to become.</summary>
    public bool IsMigrated { get; private init; }

    /// <summary>How a command reads one from standard input: <c>kedastack explain --hpa -</c>.</summary>
    /// <param name="command">The command's name.</param>
    public string Piped(string command) => Option.Length == 0 ? $"kedastack {command} -" : $"kedastack {command} {Option} -";

    /// <summary>Which commands take objects of other kinds, as the begin of a sentence about recording one of this kind.</summary>
    /// <param name="kinds">The other kinds.</param>
    public string Otherwise(IReadOnlyCollection<string> kinds) =>
        kinds.Count == 0 ? ""
        : Kind != ScaledObject.Kind && kinds.Contains(ScaledObject.Kind)
            ? IsMigrated ? $"check it with kedastack check, explain it with kedastack explain {ScaledObject.Option}, or " : $"explain it with {ScaledObject.Option}, or "
        : Kind != Hpa.Kind && kinds.Contains(Hpa.Kind) ? $"explain it with {Hpa.Option}, make {Name} of it with kedastack migrate, or "
        : "check it with kedastack check, or ";

    /// <summary>What an object's version means, in sentences.</summary>
    public IReadOnlyList<string> Remarks(ObjectFields fields) => fields.Text("apiVersion") switch
    {
        { } version when version == GoneVersion => [$"{version} is gone since Kubernetes 1.26: write {ApiVersion}, whose fields are the same."],
        { } version when version == EarlierVersion => [$"{version} is gone since Kubernetes 1.25: write {ApiVersion}, whose metrics have a target with a type and a value."],
        { } version when version == FirstVersion => [$"{version} has fields for cpu only: metrics, behavior and conditions are read from its annotations. {Command} has them as fields."],
        _ => [],
    };

    /// <summary>What objects that are of other kinds only are, where that is known and none of this kind can come of them.</summary>
    /// <param name="kinds">Their kinds.</param>
    public static string? Instead(IEnumerable<string> kinds) =>
        kinds.Contains("ScaledJob") ? "a ScaledJob, which starts Jobs: it has no replicas and no HPA to explain, simulate or tune" : null;

    /// <summary>Whether an object is of this kind; what is wrong otherwise is added to its problems.</summary>
    public bool Check(ObjectFields fields)
    {
        var (kind, version) = (fields.Text("kind"), fields.Text("apiVersion"));
        if (kind == Kind && version is not null && (version == ApiVersion || version == GoneVersion || version == EarlierVersion || version == FirstVersion))
        {
            return true;
        }

        if (kind is not null && Instead([kind]) is { } instead)
        {
            fields.Refuse("kind", $"is that of {instead}", Quoted.Text(kind), $"{Otherwise([kind])}name {Name}: {Command}");
            return false;
        }

        if (kind == Kind && version is not null && version.StartsWith("keda.k8s.io/", StringComparison.Ordinal))
        {
            fields.Refuse("apiVersion", "is the group of KEDA 1, which KEDA 2 does not know", Quoted.Text(version), $"write {ApiVersion}, with scaleTargetRef.name instead of deploymentName");
            return false;
        }

        var (field, got, wanted) = kind != Kind ? ("kind", kind, Kind) : ("apiVersion", version, ApiVersion);
        fields.Refuse(
            field,
            got is null ? "is missing" : IsMigrated && kind == ScaledObject.Kind ? $"is that of {ScaledObject.Name} already, so that there is nothing to migrate" : $"is not {wanted}",
            got is null ? "nothing" : Quoted.Text(got),
            (kind is null || kind == Kind ? "" : Otherwise([kind])) + $"record {Name}: {Command}");
        return false;
    }
}
