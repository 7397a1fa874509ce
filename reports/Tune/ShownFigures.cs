using System.Globalization;
using KedaStack.Resources.Writing;
using KedaStack.Scaling.Tuning.Evaluation;

namespace KedaStack.Reports.Tune;

/// <summary>Figures of settings as people see them.</summary>
internal static class ShownFigures
{
    private const decimal SmallCount = 100;

    /// <summary>Unmet requests: <c>6,589</c>, <c>36.9</c>.</summary>
    public static string Unmet(decimal requests) => Shown.Number(requests, requests < SmallCount ? 1 : 0);

    /// <summary>Unmet requests with their share: <c>6,589 (12.2 %)</c>.</summary>
    public static string Unmet(TuningFigures figures) =>
        figures.UnmetRequests == 0 ? "0" : $"{Unmet(figures.UnmetRequests)} ({Percent(figures.UnmetShare)})";

    /// <summary>Replica-hours, and what they cost.</summary>
    public static string Hours(decimal hours) => hours.ToString("#,0.00", CultureInfo.InvariantCulture);

    /// <summary>Flaps, a mean.</summary>
    public static string Flaps(decimal flaps) => Shown.Number(flaps, 1);

    /// <summary>Flaps with their noun.</summary>
    public static string CountFlaps(decimal flaps) => Flaps(flaps) is "1" ? "1 flap" : $"{Flaps(flaps)} flaps";

    /// <summary>A share in percent, with two digits that count.</summary>
    public static string Percent(decimal share)
    {
        var percent = 100 * share;
        return percent is > 0 and < 0.001m
            ? "< 0.001 %"
            : percent.ToString(percent >= 10 ? "0.#" : percent >= 0.1m ? "0.##" : "0.###", CultureInfo.InvariantCulture) + " %";
    }

    /// <summary>How much more or less something is: <c>-17 %</c>.</summary>
    public static string Difference(decimal before, decimal after) => before == 0
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"{100 * (after - before) / before:+0.#;-0.#;0} %");
}
