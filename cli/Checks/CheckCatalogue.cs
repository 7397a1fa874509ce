using KedaStack.Cli.Checks.Azure;
using KedaStack.Cli.Checks.Destroy;
using KedaStack.Cli.Checks.Identity;
using KedaStack.Cli.Checks.Monitoring;
using KedaStack.Cli.Checks.Query;
using KedaStack.Cli.Checks.Scaling;
using KedaStack.Cli.Checks.Security;
using KedaStack.Cli.Checks.Versions;
using KedaStack.Cli.Checks.Workload;

namespace KedaStack.Cli.Checks;

/// <summary>The checks there are.</summary>
internal static class CheckCatalogue
{
    /// <summary>The checks by theme.</summary>
    public static IReadOnlyList<CheckGroup> Groups { get; } =
    [
        new("Identity",
        [
            new KedaInstalledOnce(),
            new FederatedSubject(),
            new FederatedIssuer(),
            new FederatedAudience(),
            new FederatedCredentialWriters(),
            new OidcIssuer(),
            new WorkloadIdentity(),
            new ChartValues(),
            new ChartWorkloadIdentity(),
            new IdentityClientId(),
            new TriggerAuthenticationProvider(),
            new TriggerAuthenticationReference(),
            new QueryRole(),
            new GrafanaRole(),
            new GrafanaAccess(),
            new DeployerRole(),
            new RolePrincipalId(),
            new RolePrincipalType(),
            new RoleBreadth(),
            new RoleAssignmentName(),
            new RoleDefinition(),
        ]),
        new("Query",
        [
            new ServerAddress(),
            new QuerySyntax(),
            new QuerySingleValue(),
            new QueryMetric(),
            new QueryCounter(),
            new QueryLabels(),
            new QuerySelectsApp(),
            new QuerySelectsOnlyApp(),
            new QueryClusterLabel(),
            new RateWindow(),
            new RateWindowShort(),
            new TriggerType(),
            new TriggerMetadataStrings(),
            new TriggerMetadataValues(),
            new TriggerMetadataUnknown(),
        ]),
        new("Scaling",
        [
            new ScaleTarget(),
            new SingleScaler(),
            new ReplicaBounds(),
            new ScalingNumbers(),
            new ReplicasFixed(),
            new ScaleFromZero(),
            new IdleReplicas(),
            new CooldownWithoutEffect(),
            new PollingWithoutEffect(),
            new ActivationWithoutEffect(),
            new AbsenceAlert(),
            new Fallback(),
            new FallbackWithoutEffect(),
            new BehaviorLimits(),
            new BehaviorHalf(),
        ]),
        new("Versions",
        [
            new KedaVersionWorks(),
            new KedaRemovedField(),
            new KedaUpgrade(),
            new KubernetesSupport(),
        ]),
        new("Workload",
        [
            new ObjectKind(),
            new DeploymentSelector(),
            new RollingUpdate(),
            new ServiceSelector(),
            new ServicePort(),
            new PortNumbers(),
            new ListeningPort(),
            new ObjectNamespace(),
            new MountedFiles(),
            new ServiceAddress(),
            new ScrapeReach(),
            new ClientReach(),
            new NetworkPolicySelector(),
            new ProbePort(),
            new ProbeCounted(),
            new ReadinessProbe(),
            new ResourceLimits(),
            new Requests(),
            new NodeCapacity(),
            new DisruptionBudget(),
            new DisruptionBudgetSelector(),
            new GracePeriod(),
        ]),
        new("Security",
        [
            new PublicExposure(),
            new PlainSecret(),
            new WildcardAllowList(),
            new LocalAccounts(),
            new PodSecurity(),
            new PodHardening(),
            new NamespacePodSecurity(),
            new ImagePinned(),
            new ChartRepository(),
            new GrafanaKeys(),
        ]),
        new("Destroy",
        [
            new KedaGoesLast(),
            new AuthenticationGoesAfterScaledObject(),
            new KedaWaitsForIdentity(),
            new AssociationGoesFirst(),
            new GoesWithCluster(),
        ]),
        new("Monitoring",
        [
            new ManagedPrometheus(),
            new CollectionKind(),
            new CollectionEndpoint(),
            new CollectionRegion(),
            new CollectionFlow(),
            new CollectionAssociation(),
            new MonitorApiGroup(),
            new MonitorMissing(),
            new MonitorSelector(),
            new MonitorPort(),
            new ScrapeTimes(),
            new ScrapePath(),
            new MonitorLabelLimits(),
            new CustomKindWait(),
            new RecordingRules(),
            new RuleGroupLimits(),
            new RuleGroupCluster(),
            new AlertRuleFields(),
            new AlertsEnabled(),
            new GrafanaWorkspace(),
        ]),
        new("Azure",
        [
            new ResourceGroupName(),
            new NameLimits(),
            new NodePools(),
            new ClusterNetwork(),
            new AllowedValues(),
            new ClusterProvider(),
        ]),
    ];

    /// <summary>All checks.</summary>
    public static IReadOnlyList<Check> All { get; } = [.. Groups.SelectMany(group => group.Checks)];

    /// <summary>The check of an id; null when there is none.</summary>
    public static Check? Find(string id) => All.FirstOrDefault(check => check.Info.Id == id);
}
