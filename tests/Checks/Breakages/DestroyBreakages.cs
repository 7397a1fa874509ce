namespace KedaStack.Tests.Checks.Breakages;

/// <summary>Mistakes that show when the stack is destroyed.</summary>
internal static class DestroyBreakages
{
    private const string ScaledObject = "ScaledObject/scaled-object";
    private const string Authentication = "TriggerAuthentication/keda-authentication";

    public static IReadOnlyList<Breakage> All { get; } =
    [
        // The ScaledObject still needs the release through the TriggerAuthentication.
        new("keda-goes-last", "nothing keeps KEDA", stack => stack
            .WithoutDependency(Authentication, "Release/keda")
            .WithoutDependency(ScaledObject, "Release/keda")),
        new("authentication-goes-after-scaled-object", "no dependency", stack => stack.WithoutDependency(ScaledObject, Authentication)),
        new("scaled-object-order", "before its target", stack => stack.WithoutDependency(ScaledObject, "Deployment/sample-app")),
        new("scaled-object-order", "before the role", stack => stack
            .WithoutDependency(ScaledObject, "RoleAssignment/keda-monitoring-data-reader")
            .WithoutDependency(Authentication, "RoleAssignment/keda-monitoring-data-reader")),
        new("association-goes-first", "the rule's id as text", stack => stack.With(
            "DataCollectionRuleAssociation/data-collection-rule-association",
            "dataCollectionRuleId",
            "/subscriptions/1/resourceGroups/kedastack-dev/providers/Microsoft.Insights/dataCollectionRules/MSProm-eastus-kedastack-dev")),
        new("goes-with-cluster", "deleted by itself", stack => stack.WithOptions(ScaledObject, options => options with { DeletedWith = null })),
    ];
}
