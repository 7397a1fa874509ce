namespace KedaStack.Scaling.Simulation.Load.Recorded.Csv;

/// <summary>Formats of load generators, known by their headers.</summary>
internal static class CsvFormats
{
    /// <summary>The format whose lines are requests; null for another.</summary>
    /// <param name="header">The first line.</param>
    /// <remarks>k6's and JMeter's columns are those of their documentation (k6: "CSV"; JMeter: "CSV Log format"); ab's those of <c>ab -g</c>.</remarks>
    public static RequestColumns? Requests(CsvHeader header)
    {
        int At(string name) => header.IndexOf(name);
        return At("metric_name") == 0 && At("timestamp") > 0 && At("metric_value") > 0
            ? new RequestColumns("k6's CSV, its http_reqs", At("timestamp")) { Filter = At("metric_name"), FilterValue = "http_reqs", Count = At("metric_value") }
            : At("timeStamp") >= 0 && At("elapsed") >= 0 && At("label") >= 0 ? new RequestColumns("JMeter's CSV", At("timeStamp"))
            : At("starttime") == 0 && At("ctime") > 0 && At("ttime") > 0 ? new RequestColumns("ab's table", At("seconds"))
            : null;
    }

    /// <summary>The columns of Locust's history (<c>--csv-full-history</c> or not); null for another format.</summary>
    public static (int Time, int Name, int Rate)? LocustHistory(CsvHeader header) =>
        header.IndexOf("Timestamp") >= 0 && header.IndexOf("User Count") >= 0 && header.IndexOf("Name") >= 0 && header.IndexOf("Requests/s") >= 0
            ? (header.IndexOf("Timestamp"), header.IndexOf("Name"), header.IndexOf("Requests/s"))
            : null;

    /// <summary>Refuses formats that hold no load over time, by their names.</summary>
    /// <exception cref="RecordingException">It is one of them.</exception>
    public static void Refuse(CsvHeader header)
    {
        var (format, right) = header.IndexOf("Request Count") >= 0 && header.IndexOf("Name") >= 0 && header.IndexOf("Timestamp") < 0
            ? ("Locust's statistics, one row for the whole run", "take the file ..._stats_history.csv")
            : header.IndexOf("response-time") == 0 ? ("hey's CSV, without the times of the requests", "record the requests where they arrive, in Prometheus or an access log")
            : header.Cells[0].StartsWith("#Software:", StringComparison.Ordinal) || header.Cells[0].StartsWith("#Fields:", StringComparison.Ordinal)
                ? ("a W3C extended log, as IIS writes it", "log in the common or combined format, or count the requests: a time and their number on each line, with --unit count")
            : header.Cells[0].StartsWith("RUN", StringComparison.Ordinal) && header.Separator == '\t' ? ("Gatling's simulation.log", "take the requests per second of its report, or record them in Prometheus")
            : ("", "");
        if (format.Length > 0)
        {
            throw RecordingException.At(new TextPlace(header.Line, 1), $"this is {format}", string.Join(header.Separator, header.Cells), right);
        }
    }
}

/// <summary>Which columns of a table of requests hold what.</summary>
/// <param name="Format">What the table is.</param>
/// <param name="Time">When a request came.</param>
internal sealed record RequestColumns(string Format, int Time)
{
    /// <summary>The column that says whether a row is a request; -1: all are.</summary>
    public int Filter { get; init; } = -1;

    /// <summary>What it says then.</summary>
    public string FilterValue { get; init; } = "";

    /// <summary>How many requests a row is; -1: one.</summary>
    public int Count { get; init; } = -1;
}
