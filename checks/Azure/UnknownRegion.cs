using System.Globalization;
using KedaStack.Checks.Rules;
using KedaStack.Infra.Clouds;
using KedaStack.Infra.Settings.Problems;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Azure;

/// <summary>The regions are ones that Azure's documentation lists.</summary>
internal sealed class UnknownRegion() : Check(new()
{
    Id = "region-unknown",
    Severity = Severity.Warning,
    Title = "The regions are ones that Azure's documentation lists",
    Failure = "`LocationNotAvailableForResourceGroup`: the provided location is not available, with a list of those that are",
    Cause = "Regions are names of Azure's own (`az account list-locations`), and one that opened later is not in the list that the check knows.",
    Fix = "Correct `location` or `monitorLocation`; for a new region outside the public cloud, set `cloud`.",
    NotForFiles = CheckInfo.NoAzure,
})
{
    private const int MostSuggestions = 3;

    // What needs no region has this word instead.
    private const string Global = "Global";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from resource in StackCloud.Resources(stack)
        let region = resource.Inputs.Text("location")
        where region is not null && !region.StartsWith("${", StringComparison.Ordinal) && !region.Equals(Global, StringComparison.OrdinalIgnoreCase) && AzureRegions.CloudOf(region) is null
        group resource by region into sameRegion
        select Found(sameRegion.First(), "location", sameRegion.Key, Expected(sameRegion.Key));

    private static string Expected(string region)
    {
        var nearest = Nearest(region).ToList();
        var list = string.Create(CultureInfo.InvariantCulture, $"one of the {AzureRegions.All.Count()} regions known in {AzureRegions.Read:MMMM yyyy}");
        return nearest.Count == 0 ? list : $"{list}, perhaps {string.Join(", ", nearest)}";
    }

    private static IEnumerable<string> Nearest(string region) => AzureRegions.All
        .Select(name => (Name: name, Distance: EditDistance.Between(region, name)))
        .Where(pair => pair.Distance <= Math.Max(1, region.Length / 3))
        .OrderBy(pair => pair.Distance)
        .Take(MostSuggestions)
        .Select(pair => pair.Name);
}
