using KedaStack.Scaling.Quantities;

namespace KedaStack.Tests.Scaling.Quantities;

public sealed class MilliQuantityTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(1, "1m")]
    [InlineData(87, "87m")]
    [InlineData(5792, "5792m")]
    [InlineData(1000, "1")]
    [InlineData(10_000, "10")]
    [InlineData(1_500_000, "1500")]
    [InlineData(1_000_000, "1k")]
    [InlineData(150_000_000_000, "150M")]
    [InlineData(-2500, "-2500m")]
    [InlineData(-1_000_000, "-1k")]
    [InlineData(long.MaxValue, "9223372036854775807m")]
    [InlineData(9_000_000_000_000_000_000, "9P")]
    public void ToString_Milli_IsCanonical(long milli, string expected) => Assert.Equal(expected, new MilliQuantity(milli).ToString());

    [Theory]
    [InlineData("10", 10_000L)]
    [InlineData("0.5", 500L)]
    [InlineData(".5", 500L)]
    [InlineData("5.", 5_000L)]
    [InlineData("+2", 2_000L)]
    [InlineData("-2", -2_000L)]
    [InlineData("5792m", 5_792L)]
    [InlineData("1k", 1_000_000L)]
    [InlineData("1.5Ki", 1_536_000L)]
    [InlineData("2E", null)]
    [InlineData("9P", 9_000_000_000_000_000_000L)]
    [InlineData("1e3", 1_000_000L)]
    [InlineData("1E-3", 1L)]
    [InlineData("100u", 1L)]
    [InlineData("1n", 1L)]
    [InlineData("-1n", -1L)]
    [InlineData("1.0001", 1_001L)]
    [InlineData("", null)]
    [InlineData(".", null)]
    [InlineData("m", null)]
    [InlineData("1 k", null)]
    [InlineData("1K", null)]
    [InlineData("1.2.3", null)]
    [InlineData("1e", null)]
    [InlineData("1e999", null)]
    [InlineData("NaN", null)]
    public void TryParse_Text_MilliOrNull(string text, long? expected) => Assert.Equal(expected, MilliQuantity.TryParse(text)?.Milli);

    [Theory]
    [InlineData("200Mi", "200Mi")]
    [InlineData("1024", "1024")]
    [InlineData("1024Ki", "1Mi")]
    [InlineData("1000Ki", "1000Ki")]
    [InlineData("0.5Ki", "512")]
    [InlineData("1.5Ki", "1536")]
    [InlineData("-2Gi", "-2Gi")]
    [InlineData("1500m", "1500m")]
    public void ToString_ParsedText_KeepsBinarySuffixWhereItIsExact(string text, string expected) =>
        Assert.Equal(expected, MilliQuantity.TryParse(text).ToString());
}
