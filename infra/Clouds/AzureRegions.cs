namespace KedaStack.Infra.Clouds;

/// <summary>
/// The regions of Azure by cloud, as far as its documentation lists them
/// (https://learn.microsoft.com/azure/reliability/regions-list). Azure opens new ones without notice here: a region that is
/// not listed is no mistake, only unlikely.
/// </summary>
public static class AzureRegions
{
    private static readonly string[] _public =
    [
        "australiacentral", "australiacentral2", "australiaeast", "australiasoutheast", "austriaeast", "belgiumcentral",
        "brazilsouth", "brazilsoutheast", "canadacentral", "canadaeast", "centralindia", "centralus", "centraluseuap",
        "chilecentral", "denmarkeast", "eastasia", "eastus", "eastus2", "eastus2euap", "francecentral", "francesouth",
        "germanynorth", "germanywestcentral", "indonesiacentral", "israelcentral", "italynorth", "japaneast", "japanwest",
        "jioindiacentral", "jioindiawest", "koreacentral", "koreasouth", "malaysiawest", "mexicocentral", "newzealandnorth",
        "northcentralus", "northeurope", "norwayeast", "norwaywest", "polandcentral", "qatarcentral", "southafricanorth",
        "southafricawest", "southcentralus", "southeastasia", "southindia", "spaincentral", "swedencentral", "swedensouth",
        "switzerlandnorth", "switzerlandwest", "uaecentral", "uaenorth", "uksouth", "ukwest", "westcentralus", "westeurope",
        "westindia", "westus", "westus2", "westus3",
    ];

    private static readonly string[] _usGovernment = ["usdodcentral", "usdodeast", "usgovarizona", "usgovtexas", "usgovvirginia"];

    private static readonly string[] _china = ["chinaeast", "chinaeast2", "chinaeast3", "chinanorth", "chinanorth2", "chinanorth3"];

    private static readonly Dictionary<string, AzureCloud> _clouds = new[]
    {
        (Cloud: AzureCloud.Public, Regions: _public),
        (Cloud: AzureCloud.UsGovernment, Regions: _usGovernment),
        (Cloud: AzureCloud.China, Regions: _china),
    }.SelectMany(entry => entry.Regions.Select(region => (region, entry.Cloud))).ToDictionary(StringComparer.Ordinal);

    /// <summary>The month of the list.</summary>
    public static DateOnly Read { get; } = new(2026, 11, 1);

    /// <summary>All regions, by their short names.</summary>
    public static IEnumerable<string> All => _clouds.Keys;

    /// <summary>The cloud of a region; null for one that is not listed.</summary>
    /// <param name="region">The short name.</param>
    public static AzureCloud? CloudOf(string region) => _clouds.TryGetValue(region, out var cloud) ? cloud : null;
}
