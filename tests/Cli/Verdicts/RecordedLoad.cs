using System.Globalization;
using System.Text;
using KedaStack.Scaling.Simulation.TimeAndChance;

namespace KedaStack.Tests.Cli.Verdicts;

/// <summary>A load that is drawn, in the forms in which the same load may be recorded.</summary>
/// <param name="Start">When it begins.</param>
/// <param name="StepSeconds">How long each rate lasts.</param>
/// <param name="Rates">Requests per second, in quarters, so that every unit has them exactly.</param>
internal sealed record RecordedLoad(DateTimeOffset Start, int StepSeconds, IReadOnlyList<decimal> Rates)
{
    private const int MostRates = 12;
    private const int FewestRates = 5;
    private static readonly int[] _steps = [15, 30, 60, 120];
    private static readonly CultureInfo _culture = CultureInfo.InvariantCulture;

    /// <summary>The load of a seed; it falls at its end, so that no counter of it is taken for a ramp.</summary>
    public static RecordedLoad Of(ulong seed)
    {
        var random = new SplitMix64(seed);
        var rates = Enumerable.Range(0, FewestRates + (int)random.Below(MostRates - FewestRates)).Select(_ => random.Below(800) / 4m).ToList();
        return new(
            new DateTimeOffset(2026, 1, 31, 10, 0, 0, TimeSpan.Zero).AddMinutes(random.Below(10_000)), _steps[random.Below(_steps.Length)], [.. rates, rates.Max() + 0.25m, 0.25m]);
    }

    /// <summary>The plain form: a header, ISO dates, requests per second.</summary>
    public string Plain => Csv("time,rate", (time, rate) => $"{Iso(time)},{Text(rate)}");

    /// <summary>The times.</summary>
    public IEnumerable<DateTimeOffset> Times => Enumerable.Range(0, Rates.Count + 1).Select(row => Start.AddSeconds((double)row * StepSeconds));

    /// <summary>Requests until each time, one more than there are rates, beginning at 1,000.</summary>
    public IEnumerable<decimal> Counter => Enumerable.Range(0, Rates.Count + 1).Select(row => 1000 + (StepSeconds * Rates.Take(row).Sum()));

    /// <summary>A row for each rate.</summary>
    public string Csv(string header, Func<DateTimeOffset, decimal, string> row) =>
        string.Concat(Times.Zip(Rates, row).Prepend(header).Where(line => line.Length > 0).Select(line => line + "\n"));

    /// <summary>A time of ISO 8601 in UTC.</summary>
    public static string Iso(DateTimeOffset time) => At(time.ToUniversalTime(), "yyyy-MM-ddTHH:mm:ss'Z'");

    /// <summary>A number.</summary>
    public static string Text(decimal value) => value.ToString("0.####", _culture);

    /// <summary>All forms with their options: what each command makes of them is the same.</summary>
    public IReadOnlyDictionary<string, (byte[] Content, string Ending, string[] Options)> Forms()
    {
        var (unix, json) = (Start.ToUnixTimeSeconds(), string.Join(", ", Times.Zip(Rates, (time, rate) => $"[{time.ToUnixTimeSeconds()}, \"{Text(rate)}\"]")));
        var forms = new Dictionary<string, (byte[], string, string[])>
        {
            ["semicolons"] = Form(Csv("time;rate", (time, rate) => $"{Iso(time)};{Text(rate)}")),
            ["tabs"] = Form(Csv("time\trate", (time, rate) => $"{Iso(time)}\t{Text(rate)}")),
            ["a separator line"] = Form("sep=;\n" + Csv("time;rate", (time, rate) => $"{Iso(time)};{Text(rate)}")),
            ["CRLF"] = Form(Plain.Replace("\n", "\r\n", StringComparison.Ordinal)),
            ["a byte order mark"] = Form("\ufeff" + Plain),
            ["UTF-16"] = ([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Plain)], ".csv", []),
            ["quotes"] = Form(Csv("\"time\",\"rate\"", (time, rate) => $"\"{Iso(time)}\",\"{Text(rate)}\"")),
            ["no last line end"] = Form(Plain.TrimEnd('\n')),
            ["blanks"] = Form(Csv(" time , rate ", (time, rate) => $" {Iso(time)} , {Text(rate)} ")),
            ["other cases"] = Form(Csv("TIME,Rate", (time, rate) => $"{Iso(time)},{Text(rate)}")),
            ["columns the other way round"] = Form(Csv("rate,time", (time, rate) => $"{Text(rate)},{Iso(time)}")),
            ["another column"] = Form(Csv("host,time,rate", (time, rate) => $"web,{Iso(time)},{Text(rate)}")),
            ["no header"] = Form(Csv("", (time, rate) => $"{Iso(time)},{Text(rate)}")),
            ["Unix seconds"] = Form(Csv("time,rate", (time, rate) => $"{time.ToUnixTimeSeconds()},{Text(rate)}")),
            ["Unix milliseconds"] = Form(Csv("time,rate", (time, rate) => $"{time.ToUnixTimeMilliseconds()},{Text(rate)}")),
            ["seconds since the beginning"] = Form(Csv("time,rate", (time, rate) => $"{time.ToUnixTimeSeconds() - unix},{Text(rate)}")),
            ["an offset"] = Form(Csv("time,rate", (time, rate) => $"{At(time.ToOffset(TimeSpan.FromHours(2)), "yyyy-MM-ddTHH:mm:ss")}+02:00,{Text(rate)}")),
            ["a blank for the T"] = Form(Csv("time,rate", (time, rate) => $"{At(time, "yyyy-MM-dd HH:mm:ss")},{Text(rate)}")),
            ["date and time"] = Form(Csv("date,time,rate", (time, rate) => $"{At(time, "yyyy-MM-dd")},{At(time, "HH:mm:ss")},{Text(rate)}")),
            ["zeros and exponents"] = Form(Csv("time,rate", (time, rate) => $"{Iso(time)},{(rate / 10).ToString("0.000000", _culture)}e1")),
            ["per minute by name"] = Form(Csv("time,requests_per_minute", (time, rate) => $"{Iso(time)},{Text(rate * 60)}")),
            ["per hour by name"] = Form(Csv("time,requests/h", (time, rate) => $"{Iso(time)},{Text(rate * 3600)}")),
            ["per second by name"] = Form(Csv("time,rps", (time, rate) => $"{Iso(time)},{Text(rate)}")),
            ["counts by name"] = Form(Csv("time,hits", (time, rate) => $"{Iso(time)},{Text(rate * StepSeconds)}")),
            ["a counter by name"] = Form(CounterCsv("time,http_requests_total")),
            ["per minute"] = Form(Csv("time,load", (time, rate) => $"{Iso(time)},{Text(rate * 60)}"), "--unit", "req/min"),
            ["per hour"] = Form(Csv("time,load", (time, rate) => $"{Iso(time)},{Text(rate * 3600)}"), "--unit", "req/h"),
            ["counts"] = Form(Csv("time,load", (time, rate) => $"{Iso(time)},{Text(rate * StepSeconds)}"), "--unit", "count"),
            ["a counter"] = Form(CounterCsv("time,load"), "--unit", "counter"),
            ["a name that is wrong"] = Form(Csv("time,requests_per_minute", (time, rate) => $"{Iso(time)},{Text(rate)}"), "--unit", "req/s"),
            ["two series"] = Form(Csv("time,{pod=\"a\"},{pod=\"b\"}".Replace("\"", "", StringComparison.Ordinal), (time, rate) => $"{Iso(time)},{Text(rate / 4)},{Text(rate * 3 / 4)}"), "--sum"),
            ["Prometheus' answer"] = JsonForm($$$"""{"status": "success", "data": {"resultType": "matrix", "result": [{"metric": {}, "values": [{{{json}}}]}]}}"""),
            ["pairs"] = JsonForm($"[{json.Replace("\"", "", StringComparison.Ordinal)}]"),
            ["objects"] = JsonForm($"[{string.Join(",\r\n", Times.Zip(Rates, (time, rate) => $$"""{"rate": {{Text(rate)}}, "time": "{{Iso(time)}}"}"""))}]"),
            ["Azure Monitor's answer"] = JsonForm($$$"""
                {"value": [{"name": {"value": "Requests"}, "unit": "Count", "timeseries": [{"data": [{{{string.Join(", ", Times.Zip(Rates, (time, rate) => $$"""{"timeStamp": "{{Iso(time)}}", "total": {{Text(rate * StepSeconds)}}}"""))}}}]}]}]}
                """),
        };
        return forms;
    }

    private string CounterCsv(string header) =>
        $"{header}\n{string.Concat(Times.Zip(Counter, (time, value) => $"{Iso(time)},{Text(value)}\n"))}";

    private static string At(DateTimeOffset time, string format) => time.ToString(format, _culture);

    private static (byte[] Content, string Ending, string[] Options) Form(string text, params string[] options) => (Encoding.UTF8.GetBytes(text), ".csv", options);

    private static (byte[] Content, string Ending, string[] Options) JsonForm(string text) => (Encoding.UTF8.GetBytes(text), ".json", []);
}
