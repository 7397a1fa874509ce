using System.Globalization;

namespace KedaStack.Tests.Workload.Scripts.Running;

/// <summary>A line of load_generator.py: an event and its name=value pairs.</summary>
internal sealed record GeneratorReport(string Event, IReadOnlyDictionary<string, string> Values)
{
    public long Sent => Count("sent");

    public long Ok => Count("ok");

    public long Errors => Count("errors");

    public long Dropped => Count("dropped");

    public long InFlight => Count("in_flight");

    public double Seconds => double.Parse(Values["seconds"], CultureInfo.InvariantCulture);

    public double Achieved => double.Parse(Values["achieved"], CultureInfo.InvariantCulture);

    public double P50Milliseconds => double.Parse(Values["p50_ms"], CultureInfo.InvariantCulture);

    public static GeneratorReport Parse(string line)
    {
        var words = line.Split(' ');
        return new GeneratorReport(words[0], words.Skip(1).Select(word => word.Split('=', 2)).ToDictionary(w => w[0], w => w[1]));
    }

    /// <summary>A count by its name; 0 when the report does not have it, as with kinds of errors not seen.</summary>
    public long Count(string name) => Values.TryGetValue(name, out var text) ? long.Parse(text, CultureInfo.InvariantCulture) : 0;
}
