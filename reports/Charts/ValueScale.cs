using System.Globalization;

namespace KedaStack.Reports.Charts;

/// <summary>An axis of values from 0 to a round number.</summary>
internal sealed record ValueScale
{
    private static readonly int[] _factors = [1, 2, 5, 10];

    private ValueScale(double step, int steps) => (Step, Steps) = (step, steps);

    /// <summary>The distance between ticks: 1, 2 or 5 times a power of ten.</summary>
    public double Step { get; }

    /// <summary>How many steps there are.</summary>
    public int Steps { get; }

    /// <summary>The highest value of the axis.</summary>
    public double Top => Step * Steps;

    /// <summary>The ticks from 0 to the top.</summary>
    public IEnumerable<double> Ticks => Enumerable.Range(0, Steps + 1).Select(tick => tick * Step);

    /// <summary>An axis that holds a value.</summary>
    /// <param name="highest">The highest value; 0 or more.</param>
    /// <param name="mostSteps">The most steps; 1 or more.</param>
    /// <param name="isWhole">Whether there is nothing between whole numbers.</param>
    public static ValueScale For(double highest, int mostSteps, bool isWhole = false)
    {
        if (highest <= 0)
        {
            return new ValueScale(1, 1);
        }

        var rough = highest / mostSteps;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = _factors.Select(factor => factor * power).First(step => step * mostSteps >= highest * (1 - 1e-9));
        step = isWhole ? Math.Max(1, step) : step;
        return new ValueScale(step, Math.Max(1, (int)Math.Ceiling((highest / step) - 1e-9)));
    }

    /// <summary>A tick as a text.</summary>
    public static string Label(double tick) => tick.ToString("#,0.######", CultureInfo.InvariantCulture);
}
