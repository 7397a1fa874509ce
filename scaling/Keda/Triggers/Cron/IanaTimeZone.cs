using TimeZoneConverter;

namespace KedaStack.Scaling.Keda.Triggers.Cron;

/// <summary>Time zones by their IANA names, with the errors of Go's time.LoadLocation.</summary>
public static class IanaTimeZone
{
    /// <summary>The time zone.</summary>
    /// <param name="name">The name, such as <c>Europe/Berlin</c>; empty is UTC.</param>
    /// <param name="error">Go's words; null when there is such a time zone.</param>
    /// <returns>Null with an error.</returns>
    public static TimeZoneInfo? Find(string name, out string? error)
    {
        error = null;
        // KEDA's container runs in UTC.
        if (name is "" or "UTC" or "Local")
        {
            return TimeZoneInfo.Utc;
        }

        if (name.Contains("..", StringComparison.Ordinal) || name[0] is '/' or '\\' || name.Contains('\\', StringComparison.Ordinal))
        {
            error = "time: invalid location name";
            return null;
        }

        if (OperatingSystem.IsWindows())
        {
            if (NameOnWindows(name) is { } windowsName && TimeZoneInfo.TryFindSystemTimeZoneById(windowsName, out var windowsZone))
            {
                return windowsZone;
            }
        }
        else if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && !IsWindowsName(name) && zone.Id == name)
        {
            return zone;
        }

        error = $"unknown time zone {name}";
        return null;
    }

    /// <summary>What Windows calls a time zone. .NET translates the names with ICU only, which the command does without.</summary>
    /// <param name="name">Its IANA name.</param>
    /// <returns>Null for a name that is none of IANA's.</returns>
    internal static string? NameOnWindows(string name) => TZConvert.TryIanaToWindows(name, out var windowsName) ? windowsName : null;

    // .NET knows the names of Windows as well, which Go does not.
    private static bool IsWindowsName(string name) =>
        !name.Contains('/', StringComparison.Ordinal) && TimeZoneInfo.TryConvertWindowsIdToIanaId(name, out _);
}
