using KedaStack.Infra.Settings;
using KedaStack.Infra.Settings.Parsing;

namespace KedaStack.Tests.Infra.Running;

/// <summary>Stacks that many tests look at, each run once.</summary>
internal static class Stacks
{
    private static readonly Lazy<Task<StackRun>> _helm = Run(Defaults);

    private static readonly Lazy<Task<StackRun>> _addOn = Run(AddOnSettings);

    private static readonly Lazy<Task<StackRun>> _entra = Run(EntraSettings);

    private static readonly Lazy<Task<StackRun>> _withoutGrafana =
        Run(Defaults with { Monitoring = Defaults.Monitoring with { Grafana = false } });

    /// <summary>The settings of a stack for which nothing is set.</summary>
    public static StackSettings Defaults => SettingsParser.Defaults;

    /// <summary>The defaults with KEDA as AKS's add-on.</summary>
    public static StackSettings AddOnSettings =>
        Defaults with { Keda = Defaults.Keda with { Installation = KedaInstallation.AddOn } };

    /// <summary>The defaults with Entra ID and two admins, one by object id and one by user principal name.</summary>
    public static StackSettings EntraSettings => Defaults with
    {
        Admins = [AdminGroup, "alice@contoso.com"],
        Cluster = Defaults.Cluster with { Access = ClusterAccess.Entra },
    };

    /// <summary>An admin given by object id.</summary>
    public static string AdminGroup => "3d9e5b1a-7c24-4f68-9ab0-c1d2e3f4a500";

    /// <summary>The defaults: KEDA by Helm, local accounts, Grafana.</summary>
    public static Task<StackRun> Helm => _helm.Value;

    /// <summary>KEDA as AKS's add-on.</summary>
    public static Task<StackRun> AddOn => _addOn.Value;

    /// <summary>Entra ID and two admins.</summary>
    public static Task<StackRun> Entra => _entra.Value;

    /// <summary>No Grafana.</summary>
    public static Task<StackRun> WithoutGrafana => _withoutGrafana.Value;

    /// <summary>All of them, for what holds in each.</summary>
    public static async Task<IReadOnlyList<StackRun>> AllAsync() => await Task.WhenAll(Helm, AddOn, Entra, WithoutGrafana);

    private static Lazy<Task<StackRun>> Run(StackSettings settings) => new(() => StackRun.UpdateAsync(settings));
}
