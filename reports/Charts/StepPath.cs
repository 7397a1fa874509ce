using System.Text;

namespace KedaStack.Reports.Charts;

/// <summary>The path of values that hold until the next one, as SVG writes it.</summary>
/// <param name="plot">Where the values are on the picture.</param>
internal sealed class StepPath(PlotArea plot)
{
    private readonly StringBuilder _path = new();
    private double _x;
    private double _y;
    private bool _isOpen;

    /// <summary>The line; empty without any value.</summary>
    public static string Line(IReadOnlyList<ChartPoint> points, PlotArea plot) => new StepPath(plot).Build(points, isArea: false);

    /// <summary>The outline of the area below; empty without any value.</summary>
    public static string Area(IReadOnlyList<ChartPoint> points, PlotArea plot) => new StepPath(plot).Build(points, isArea: true);

    private string Build(IReadOnlyList<ChartPoint> points, bool isArea)
    {
        foreach (var point in points)
        {
            var x = plot.X(point.AtSeconds);
            if (point.Value is not { } value)
            {
                Close(x, isArea);
                continue;
            }

            if (!_isOpen)
            {
                Begin(x, value, isArea);
                continue;
            }

            var y = plot.Y(value);
            if (y != _y)
            {
                Across(x);
                _path.Append('V').Append(SvgText.Number(y));
                _y = y;
            }
        }

        Close(plot.Right, isArea);
        return _path.ToString();
    }

    private void Begin(double x, double value, bool isArea)
    {
        (_x, _y, _isOpen) = (x, plot.Y(value), true);
        _path.Append('M').Append(SvgText.Number(x)).Append(' ').Append(SvgText.Number(isArea ? plot.Bottom : _y));
        if (isArea)
        {
            _path.Append('V').Append(SvgText.Number(_y));
        }
    }

    private void Across(double x)
    {
        if (x != _x)
        {
            _path.Append('H').Append(SvgText.Number(x));
            _x = x;
        }
    }

    private void Close(double x, bool isArea)
    {
        if (_isOpen)
        {
            Across(x);
            _path.Append(isArea ? $"V{SvgText.Number(plot.Bottom)}Z" : "");
            _isOpen = false;
        }
    }
}
