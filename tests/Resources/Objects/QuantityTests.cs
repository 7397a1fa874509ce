using System.Globalization;
using KedaStack.Resources.Objects;

namespace KedaStack.Tests.Resources.Objects;

public sealed class QuantityTests
{
    [Theory]
    [InlineData("100m", "0.1")]
    [InlineData("1", "1")]
    [InlineData("0.5", "0.5")]
    [InlineData("64Mi", "67108864")]
    [InlineData("1G", "1000000000")]
    [InlineData("250n", "0.00000025")]
    [InlineData("3u", "0.000003")]
    [InlineData("2k", "2000")]
    [InlineData("3M", "3000000")]
    [InlineData("2T", "2000000000000")]
    [InlineData("1Ki", "1024")]
    [InlineData("1Gi", "1073741824")]
    [InlineData("1Ti", "1099511627776")]
    public void Parse_OfAQuantity_IsExact(string text, string expected) =>
        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), Quantity.Parse(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("half")]
    [InlineData("1 Gi")]
    [InlineData("64MB")]
    public void Parse_OfSomethingElse_IsNull(string? text) => Assert.Null(Quantity.Parse(text));
}
