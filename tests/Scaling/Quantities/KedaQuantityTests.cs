using System.Globalization;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Tests.Scaling.Quantities;

public sealed class KedaQuantityTests
{
    [Theory]
    [InlineData(5.7924, "5792m", "5792m")]
    [InlineData(5.7929, "5793m", "5792m")]
    [InlineData(0.0625, "62m", "62m")]
    [InlineData(0.0635, "64m", "63m")]
    [InlineData(0.1875, "188m", "187m")]
    [InlineData(0.0005, "1m", "0")]
    [InlineData(0.00049, "0", "0")]
    [InlineData(10, "10", "10")]
    [InlineData(-2.5, "0", "-2500m")]
    [InlineData(1e12, "1T", "1T")]
    [InlineData(9.1e15, "9100T", "9100T")]
    [InlineData(double.NaN, "0", "-9223372036854775808m")]
    [InlineData(double.PositiveInfinity, "0", "-9223372036854775808m")]
    public void FromValue_Value_RoundsOrTruncates(double value, string rounded, string truncated)
    {
        Assert.Equal(rounded, KedaQuantity.FromValue(value, MilliConversion.Rounded).ToString());
        Assert.Equal(truncated, KedaQuantity.FromValue(value, MilliConversion.Truncated).ToString());
    }

    [Fact]
    public void FromValue_RandomDoubles_EqualsTheExactDecimalRounding()
    {
        var random = new Random(7);
        for (var i = 0; i < 20_000; i++)
        {
            // Binary fractions of at most ten places: their decimal form is exact, and ties are common.
            var value = random.NextInt64(1L << random.Next(1, 40)) / (double)(1 << random.Next(0, 11));
            var exact = Math.Round((decimal)value * 1000m, 0, MidpointRounding.ToEven);

            Assert.True(exact == KedaQuantity.FromValue(value).Milli, value.ToString("R", CultureInfo.InvariantCulture));
        }
    }
}
