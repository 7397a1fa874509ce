using System.Globalization;

namespace KedaStack.Resources.Writing;

/// <summary>Numbers as an explanation shows them.</summary>
internal static class ShownNumber
{
    /// <summary>Thousandths as a decimal number: <c>50.001</c>.</summary>
    public static string Milli(long milli) => (milli / 1000m).ToString("#,0.###", CultureInfo.InvariantCulture);

    /// <summary>Milliseconds in seconds: <c>15 s</c>.</summary>
    public static string Seconds(long milliseconds) => Milli(milliseconds) + " s";

    /// <summary>A count with its noun.</summary>
    public static string Replicas(int count) => count == 1 ? "1 replica" : $"{Count(count)} replicas";

    /// <summary>A count.</summary>
    public static string Count(int count) => count.ToString("#,0", CultureInfo.InvariantCulture);
}
