using Pulumi;

namespace KedaStack.Infra.Monitoring.Resources;

/// <summary>
/// The content of a dashboard in the Azure portal (Microsoft.Dashboard/dashboards/dashboardDefinitions). Declared here the
/// way an SDK declares its resources, by the type token of the provider: the type came with a preview API, so that not
/// every build of the SDK has it.
/// </summary>
public sealed class DashboardDefinition : CustomResource
{
    /// <summary>The provider's version, that of the package, so that one provider makes both resources of a dashboard.</summary>
    public const string ProviderVersion = "3.28.0";

    private const string Type = "azure-native:dashboard:DashboardDefinition";

    /// <summary>Creates the content.</summary>
    /// <param name="name">The logical name.</param>
    /// <param name="args">The inputs.</param>
    /// <param name="options">The options; their version is set here.</param>
    public DashboardDefinition(string name, DashboardDefinitionArgs args, CustomResourceOptions options)
        : base(Type, name, args, WithVersion(options))
    {
    }

    private static CustomResourceOptions WithVersion(CustomResourceOptions options)
    {
        options.Version = ProviderVersion;
        return options;
    }
}
