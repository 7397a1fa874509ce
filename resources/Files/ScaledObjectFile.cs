using KedaStack.Infra.Settings.Problems;
using KedaStack.Resources.Files.Given;
using KedaStack.Resources.Workloads;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Keda.Triggers;

namespace KedaStack.Resources.Files;

/// <summary>Reads a ScaledObject.</summary>
internal static class ScaledObjectFile
{
    /// <summary>Reads <c>--scaled-object</c>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="targets">The values of <c>--target</c>.</param>
    /// <param name="problems">Gets what is wrong.</param>
    /// <param name="name">The ScaledObject's name; null for the only one.</param>
    /// <param name="input">Standard input, which <c>-</c> names.</param>
    /// <param name="command">The command that reads it, for its messages.</param>
    /// <param name="cancellationToken">Gives the read of a cluster up, with an exception.</param>
    /// <returns>Null after a problem.</returns>
    public static ExplainSource? Read(
        string path, IReadOnlyList<string> targets, ICollection<SettingsProblem> problems, ObjectName? name = null, Func<TextReader>? input = null,
        string command = "explain", CancellationToken cancellationToken = default)
    {
        var before = problems.Count;
        if (KubernetesFile.Read(path, ObjectKind.ScaledObject, problems, name, input, command, cancellationToken) is not { } root)
        {
            return null;
        }

        // The fields of KEDA 2.20's definition (config/crd/bases/keda.sh_scaledobjects.yaml).
        var (metadata, spec) = (root.Map("metadata"), root.Map("spec").WithOnly(
            "scaleTargetRef", "minReplicaCount", "maxReplicaCount", "idleReplicaCount", "pollingInterval", "cooldownPeriod",
            "initialCooldownPeriod", "fallback", "advanced", "triggers"));
        var fields = new TriggerFields(spec, path, problems);
        var triggers = fields.Read(targets);
        var defaults = new ScaledObject { Name = "", Triggers = [] };
        var config = spec.Map("advanced")
            .WithOnly("horizontalPodAutoscalerConfig", "restoreToOriginalReplicaCount", "scalingModifiers")
            .Map("horizontalPodAutoscalerConfig")
            .WithOnly("name", "behavior");
        var scaledObject = new ScaledObject
        {
            Name = metadata.Required("name", metadata.Text("name"), "write the ScaledObject's name") ?? "",
            Namespace = metadata.Text("namespace") ?? "",
            MinReplicaCount = spec.Integer("minReplicaCount", 0),
            MaxReplicaCount = spec.Integer("maxReplicaCount", 0),
            IdleReplicaCount = spec.Integer("idleReplicaCount", 0),
            PollingInterval = Seconds(spec.Integer("pollingInterval", 1)) ?? defaults.PollingInterval,
            IsPollingIntervalGiven = spec.Text("pollingInterval") is not null,
            CooldownPeriod = Seconds(spec.Integer("cooldownPeriod", 0)) ?? defaults.CooldownPeriod,
            IsCooldownPeriodGiven = spec.Text("cooldownPeriod") is not null,
            InitialCooldownPeriod = Seconds(spec.Integer("initialCooldownPeriod", 0)) ?? defaults.InitialCooldownPeriod,
            Fallback = Fallback(spec.Map("fallback")),
            Behavior = BehaviorFields.Read(config.Map("behavior")),
            HpaName = config.Text("name"),
            Annotations = ScaledObjectAnnotations.Read(metadata.Texts("annotations")),
            Triggers = [.. triggers.Select(trigger => trigger.Trigger).OfType<Trigger>()],
            Modifiers = problems.Count == before ? fields.Modifiers(triggers) : null,
        };
        if (problems.Count == before && scaledObject.Triggers.Count > 0)
        {
            foreach (var error in KedaHpa.Errors(scaledObject))
            {
                problems.Add(SettingsProblem.Create(path, "is refused by KEDA or the API server", error, "correct the field"));
            }
        }

        if (problems.Count > before)
        {
            root.RefuseUnknown();
            return null;
        }

        return ExplainSource.OfFile(path, scaledObject, triggers, [.. root.Unknown.Select(field => field.Note)]);
    }

    private static Fallback? Fallback(ObjectFields fallback)
    {
        if (!fallback.Exists)
        {
            return null;
        }

        fallback.WithOnly("failureThreshold", "replicas", "behavior");
        var threshold = fallback.Required("failureThreshold", fallback.Integer("failureThreshold", 0), "write a number of failures");
        var replicas = fallback.Required("replicas", fallback.Integer("replicas", 0), "write a number of replicas");
        return new Fallback(threshold ?? 0, replicas ?? 0, Behavior(fallback));
    }

    private static FallbackBehavior Behavior(ObjectFields fallback)
    {
        switch (fallback.Text("behavior"))
        {
            case null or "" or "static":
                return FallbackBehavior.Static;
            case "currentReplicas":
                return FallbackBehavior.CurrentReplicas;
            case "currentReplicasIfHigher":
                return FallbackBehavior.CurrentReplicasIfHigher;
            case "currentReplicasIfLower":
                return FallbackBehavior.CurrentReplicasIfLower;
            case "scalingModifiers":
                return FallbackBehavior.ScalingModifiers;
            case var other:
                fallback.Refuse(
                    "behavior", "is unknown", Quoted.Text(other),
                    "write static, currentReplicas, currentReplicasIfHigher, currentReplicasIfLower or scalingModifiers");
                return FallbackBehavior.Static;
        }
    }

    private static TimeSpan? Seconds(int? seconds) => seconds is { } number ? TimeSpan.FromSeconds(number) : null;
}
