using System.Globalization;

namespace KedaStack.Infra.Settings.Parsing.Values;

/// <summary>Checks that the least is not above the most.</summary>
internal static class RangeCheck
{
    /// <summary>Notes a problem of the first key when both values are known and in the wrong order.</summary>
    public static void Ordered(SettingsReader reader, string minimumKey, int? minimum, string maximumKey, int? maximum)
    {
        if (minimum > maximum)
        {
            reader.RejectQuoted(
                minimumKey,
                $"is above {maximumKey}",
                string.Create(CultureInfo.InvariantCulture, $"\"{minimum}\" with {maximumKey} \"{maximum}\""),
                string.Create(CultureInfo.InvariantCulture, $"write at most {maximum} or raise {maximumKey}"));
        }
    }
}
