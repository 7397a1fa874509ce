using System.Globalization;

namespace KedaStack.Scaling.Explain.Answers;

/// <summary>A time as it is shown: <c>Sun 2026-03-29 06:00 +02:00</c>, with seconds only where there are any.</summary>
public static class ShownTime
{
    /// <summary>The text.</summary>
    /// <param name="time">The time.</param>
    public static string Of(DateTimeOffset time) => time.ToString(
        time.Second == 0 ? "ddd yyyy-MM-dd HH:mm zzz" : "ddd yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);
}
