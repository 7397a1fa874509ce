using System.Xml.Linq;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Infra.AzureTypes;

/// <summary>The stack's Azure resources fit the types that Azure publishes, in every variant of the stack.</summary>
public sealed class AzureTypesTests
{
    [Fact]
    public async Task Resources_OfEveryVariant_FitTheirTypes()
    {
        var violations =
            from resource in await AzureResources.AllAsync()
            from violation in OfficialTypes.Violations(resource.Token, resource.Inputs)
            where KnownGaps.Find(resource, violation) is null
            select $"{resource.Label} {violation}";

        Assert.Empty(violations.Distinct());
    }

    /// <summary>A gap that is closed goes from the list.</summary>
    [Fact]
    public async Task KnownGaps_Always_AreThereStill()
    {
        var found = (await AzureResources.AllAsync())
            .SelectMany(resource => OfficialTypes.Violations(resource.Token, resource.Inputs).Select(violation => KnownGaps.Find(resource, violation)))
            .ToHashSet();

        Assert.All(KnownGaps.All, gap => Assert.Contains(gap, found));
    }

    [Fact]
    public async Task Table_OfTypes_HasThoseOfTheStackOnly() => Assert.Equal(
        (await AzureResources.AllAsync()).Select(resource => resource.Token).Distinct().Order(StringComparer.Ordinal),
        AzureNativeType.All.Select(type => type.Token).Order(StringComparer.Ordinal));

    /// <summary>Another version of the package may ask other API versions: read the table anew then.</summary>
    [Fact]
    public void Table_OfTypes_IsOfThePackageThatIsUsed()
    {
        var version = XDocument.Parse(RepositoryRoot.Read("Directory.Packages.props")).Descendants("PackageVersion")
            .Single(package => (string?)package.Attribute("Include") == "Pulumi.AzureNative").Attribute("Version")!.Value;

        Assert.StartsWith($"# Pulumi.AzureNative {version}:", RepositoryRoot.Read(AzureNativeType.Table), StringComparison.Ordinal);
    }
}
