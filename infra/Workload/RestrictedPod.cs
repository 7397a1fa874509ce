using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace KedaStack.Infra.Workload;

/// <summary>A pod that runs one Python script, within the Pod Security standard "restricted".</summary>
internal sealed record RestrictedPod
{
    // The image's own user is root, so a number is needed; any unprivileged one does.
    private const int UserId = 10001;

    private const string ScriptDirectory = "/app";

    /// <summary>The name of the app: container, label and ConfigMap.</summary>
    public required string App { get; init; }

    /// <summary>The script.</summary>
    public required Script Script { get; init; }

    /// <summary>The image.</summary>
    public required string Image { get; init; }

    /// <summary>Processor and memory that the scheduler reserves.</summary>
    public required InputMap<string> Requests { get; init; }

    /// <summary>Processor and memory that the container may use.</summary>
    public required InputMap<string> Limits { get; init; }

    /// <summary>The script's environment.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>Adds ports, probes and hooks.</summary>
    public Action<ContainerArgs>? Configure { get; init; }

    /// <summary>The labels that select an app's pods.</summary>
    public static InputMap<string> Labels(string app) => new() { ["app.kubernetes.io/name"] = app };

    /// <summary>The pod template.</summary>
    /// <param name="terminationGracePeriodSeconds">How long the script may take to end after SIGTERM, the preStop
    /// hook included.</param>
    public PodTemplateSpecArgs Template(int terminationGracePeriodSeconds)
    {
        var container = new ContainerArgs
        {
            Name = App,
            Image = Image,
            ImagePullPolicy = "IfNotPresent",
            Command = { "python3", $"{ScriptDirectory}/{Script.FileName}" },
            Env = Environment
                .Select(variable => new EnvVarArgs { Name = variable.Key, Value = variable.Value })
                .Prepend(new EnvVarArgs { Name = "PYTHONUNBUFFERED", Value = "1" })
                .Prepend(new EnvVarArgs { Name = "PYTHONDONTWRITEBYTECODE", Value = "1" })
                .ToArray(),
            Resources = new ResourceRequirementsArgs { Requests = Requests, Limits = Limits },
            VolumeMounts = { new VolumeMountArgs { Name = "script", MountPath = ScriptDirectory, ReadOnly = true } },
            SecurityContext = new SecurityContextArgs
            {
                AllowPrivilegeEscalation = false,
                ReadOnlyRootFilesystem = true,
                Capabilities = new CapabilitiesArgs { Drop = { "ALL" } },
            },
        };
        Configure?.Invoke(container);

        return new PodTemplateSpecArgs
        {
            Metadata = new ObjectMetaArgs
            {
                Labels = Labels(App),
                Annotations = { ["kedastack/script-checksum"] = Script.Checksum },
            },
            Spec = new PodSpecArgs
            {
                AutomountServiceAccountToken = false,
                EnableServiceLinks = false,
                TerminationGracePeriodSeconds = terminationGracePeriodSeconds,
                SecurityContext = new PodSecurityContextArgs
                {
                    RunAsNonRoot = true,
                    RunAsUser = UserId,
                    RunAsGroup = UserId,
                    SeccompProfile = new SeccompProfileArgs { Type = "RuntimeDefault" },
                },
                TopologySpreadConstraints =
                {
                    new TopologySpreadConstraintArgs
                    {
                        MaxSkew = 1,
                        TopologyKey = "kubernetes.io/hostname",
                        WhenUnsatisfiable = "ScheduleAnyway",
                        LabelSelector = new LabelSelectorArgs { MatchLabels = Labels(App) },
                    },
                },
                Containers = { container },
                Volumes =
                {
                    new VolumeArgs { Name = "script", ConfigMap = new ConfigMapVolumeSourceArgs { Name = App } },
                },
            },
        };
    }
}
