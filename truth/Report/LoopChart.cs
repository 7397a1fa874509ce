using System.Globalization;
using System.Text;
using KedaStack.Truth.ClosedLoops;

namespace KedaStack.Truth.Report;

/// <summary>The recorded and the simulated replicas of a loop as an SVG picture.</summary>
public static class LoopChart
{
    private const int Width = 760;
    private const int Height = 220;
    private const int Left = 44;
    private const int Top = 34;
    private const int Right = 12;
    private const int Bottom = 32;
    private const long Begin = -120_000;
    private const long End = 2_400_000;
    private const long TickMilliseconds = 300_000;

    /// <summary>The picture.</summary>
    /// <param name="loop">The loop; simulated.</param>
    public static string Svg(LoopResult loop)
    {
        var (recorded, simulated) = (loop.ClosedLoop.Recorded, loop.ClosedLoop.Simulated);
        var most = Math.Max(1, recorded.Steps.Concat(simulated.Steps).Max(step => step.Replicas));
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" font-family=\"sans-serif\" font-size=\"12\" role=\"img\">\n");
        svg.Append(CultureInfo.InvariantCulture, $"<title>Replicas of {loop.Pair}/{loop.Name}, recorded and simulated</title>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<rect width=\"{Width}\" height=\"{Height}\" fill=\"#ffffff\"/>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left}\" y=\"18\" fill=\"#1f2328\">{loop.Name} ({loop.Pair})</text>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Width - Right}\" y=\"18\" text-anchor=\"end\"><tspan fill=\"#1f2328\">recorded</tspan> <tspan fill=\"#d1242f\">simulated (dashed)</tspan></text>\n");
        foreach (var replicas in new[] { 0, (most + 1) / 2, most }.Distinct())
        {
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{Left} {Y(replicas, most)}H{Width - Right}\" stroke=\"#d0d7de\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left - 6}\" y=\"{Y(replicas, most) + 4}\" text-anchor=\"end\" fill=\"#57606a\">{replicas}</text>\n");
        }

        for (var at = 0L; at <= End; at += TickMilliseconds)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{X(at)}\" y=\"{Height - Bottom + 18}\" text-anchor=\"middle\" fill=\"#57606a\">{at / 60_000} min</text>\n");
        }

        svg.Append(CultureInfo.InvariantCulture, $"<path d=\"{Path(recorded, most)}\" fill=\"none\" stroke=\"#1f2328\" stroke-width=\"2.5\"/>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<path d=\"{Path(simulated, most)}\" fill=\"none\" stroke=\"#d1242f\" stroke-width=\"1.5\" stroke-dasharray=\"5 3\"/>\n");
        return svg.Append("</svg>\n").ToString();
    }

    private static string Path(ReplicaCurve curve, int most)
    {
        var path = new StringBuilder();
        for (var i = 0; i < curve.Steps.Count; i++)
        {
            var step = curve.Steps[i];
            path.Append(i == 0
                ? string.Create(CultureInfo.InvariantCulture, $"M{X(step.AtMilliseconds)} {Y(step.Replicas, most)}")
                : string.Create(CultureInfo.InvariantCulture, $"H{X(step.AtMilliseconds)}V{Y(step.Replicas, most)}"));
        }

        return path.Append(CultureInfo.InvariantCulture, $"H{X(End)}").ToString();
    }

    private static double X(long at) =>
        Math.Round(Left + ((Math.Max(Begin, at) - Begin) * (double)(Width - Left - Right) / (End - Begin)), 1);

    private static double Y(int replicas, int most) => Math.Round(Height - Bottom - (replicas * (double)(Height - Top - Bottom) / most), 1);
}
