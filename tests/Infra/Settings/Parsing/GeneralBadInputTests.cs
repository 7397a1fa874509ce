namespace KedaStack.Tests.Infra.Settings.Parsing;

public sealed class GeneralBadInputTests
{
    [Theory]
    [InlineData("location", "East US", """location: is not the short name of an Azure region (got "East US"); write eastus""")]
    [InlineData("location", "east-us", """location: is not the short name of an Azure region (got "east-us"); write lower-case letters and digits, such as eastus""")]
    [InlineData("location", "", """location: is empty (got ""); write the short name of an Azure region, such as eastus""")]
    [InlineData("monitorLocation", "West Europe", """monitorLocation: is not the short name of an Azure region (got "West Europe"); write westeurope""")]
    [InlineData("protect", "yes", """protect: is not a boolean (got "yes"); write true or false""")]
    [InlineData("protect", "True", """protect: is not a boolean (got "True"); write true or false""")]
    public void Rejects_RegionOrBoolean(string key, string text, string expected) =>
        Assert.Equal([expected], Given.Problems((key, text)));

    [Theory]
    [InlineData("", """namePrefix: is empty (got ""); write 1 to 30 lower-case letters, digits and hyphens, such as kedastack""")]
    [InlineData("a123456789012345678901234567890", """namePrefix: is longer than 30 characters (got "a123456789012345678901234567890"); shorten it, since Azure limits the names that are made from it""")]
    [InlineData("Shop", """namePrefix: is not legal in every Azure resource name (got "Shop"); write lower-case letters, digits and hyphens, a letter first and no hyphen last""")]
    [InlineData("1shop", """namePrefix: is not legal in every Azure resource name (got "1shop"); write lower-case letters, digits and hyphens, a letter first and no hyphen last""")]
    [InlineData("shop-", """namePrefix: is not legal in every Azure resource name (got "shop-"); write lower-case letters, digits and hyphens, a letter first and no hyphen last""")]
    [InlineData("shop_eu", """namePrefix: is not legal in every Azure resource name (got "shop_eu"); write lower-case letters, digits and hyphens, a letter first and no hyphen last""")]
    [InlineData("shop\n", """namePrefix: is not legal in every Azure resource name (got "shop\n"); write lower-case letters, digits and hyphens, a letter first and no hyphen last""")]
    public void Rejects_NamePrefix(string text, string expected) => Assert.Equal([expected], Given.Problems(("namePrefix", text)));

    [Theory]
    [InlineData("team", """tags: has an item without = (got "team"); write name=value""")]
    [InlineData("=shop", """tags: has an item without a name (got "=shop"); write name=value""")]
    [InlineData("a/b=1", """tags: has an illegal character in a tag's name (got "a/b=1"); leave out < > % & \ ? and /""")]
    [InlineData("team=a,Team=b", """tags: has the same tag twice (got "Team=b"); keep one of them; the case of a tag's name does not matter""")]
    [InlineData("[1", """tags: is not a list of texts (got "[1"); write a JSON list of texts or items separated by commas""")]
    [InlineData("""[{"a":1}]""", """tags: is not a list of texts (got "[{\"a\":1}]"); write a JSON list of texts or items separated by commas""")]
    [InlineData("[] []", """tags: is not a list of texts (got "[] []"); write a JSON list of texts or items separated by commas""")]
    public void Rejects_Tags(string text, string expected) => Assert.Equal([expected], Given.Problems(("tags", text)));

    [Fact]
    public void Rejects_TagsBeyondAzuresLimits()
    {
        var (name, value) = (new string('n', 513), new string('v', 257));
        var shownName = new string('n', 120);
        var shownValue = $"a={new string('v', 118)}";
        Assert.Equal(
            [
                $"tags: has a tag's name of more than 512 characters (got \"{shownName}...\"); shorten it",
                $"tags: has a tag's value of more than 256 characters (got \"{shownValue}...\"); shorten it",
            ],
            Given.Problems(("tags", $"{name}=1,a={value}")));
        Assert.Equal(
            ["tags: has more than 50 tags (got 51); leave some out, since Azure allows 50 on a resource"],
            Given.Problems(("tags", string.Join(',', Enumerable.Range(0, 51).Select(i => $"t{i}=")))));
    }

    [Theory]
    [InlineData("bob", """admins: has an item that is neither an Entra object id nor a user principal name (got "bob"); write a GUID or name@domain, such as alice@contoso.com""")]
    [InlineData("bob@contoso", """admins: has an item that is neither an Entra object id nor a user principal name (got "bob@contoso"); write a GUID or name@domain, such as alice@contoso.com""")]
    [InlineData("{6b1d3e52-9a43-4c5e-8f0e-2d1f6c0a7b94}", """admins: has an item that is neither an Entra object id nor a user principal name (got "{6b1d3e52-9a43-4c5e-8f0e-2d1f6c0a7b94}"); write a GUID or name@domain, such as alice@contoso.com""")]
    [InlineData("a@b.com,A@B.com", """admins: has the same person twice (got "A@B.com"); keep one of them; case does not matter""")]
    public void Rejects_Admins(string text, string expected) => Assert.Equal([expected], Given.Problems(("admins", text)));

    [Theory]
    [InlineData("thresold", """thresold: is not a setting (got "20"); did you mean threshold?""")]
    [InlineData("Threshold", """Threshold: is not a setting (got "20"); did you mean threshold?""")]
    [InlineData("flavour", """flavour: is not a setting (got "20"); docs/settings.md lists them all""")]
    [InlineData("", """: is not a setting (got "20"); docs/settings.md lists them all""")]
    public void Rejects_UnknownKey(string key, string expected) => Assert.Equal([expected], Given.Problems((key, "20")));
}
