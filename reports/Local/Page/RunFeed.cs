using System.Security.Cryptography;
using System.Text.Json.Nodes;
using KedaStack.Local;
using KedaStack.Local.Processes;
using KedaStack.Local.Watching;

namespace KedaStack.Reports.Local.Page;

/// <summary>
/// The messages of a run to its readers. Each has the newest snapshot, and of everything else only what the reader does not
/// have yet; the first, and the first of another run, has the plan and with it everything from the beginning.
/// </summary>
/// <param name="run">The run.</param>
internal sealed class RunFeed(ILocalRun run)
{
    private const int IdBytes = 6;

    private readonly string _id = Convert.ToHexString(RandomNumberGenerator.GetBytes(IdBytes));

    /// <summary>The next message for a reader.</summary>
    /// <param name="has">What the reader has.</param>
    /// <param name="snapshot">The newest snapshot.</param>
    /// <returns>The message as JSON on one line, and what the reader has with it.</returns>
    public (string Json, StreamPosition Position) Next(StreamPosition has, LocalSnapshot snapshot)
    {
        var (decisions, events, points) = (run.Decisions, run.Events, run.History);
        var isOurs = has.Run == _id && has.Decisions <= decisions.Count && has.Events <= events.Count;
        var from = isOurs ? has : StreamPosition.Beginning;
        var json = new JsonObject();
        if (!isOurs)
        {
            json["run"] = _id;
            json["plan"] = RunJson.Plan(run.Plan);
        }

        var added = points.SkipWhile(point => Milliseconds(point) <= from.PointMilliseconds).ToArray();
        json["snapshot"] = RunJson.Snapshot(snapshot);
        json["points"] = new JsonArray([.. added.Select(RunJson.Point)]);
        json["decisions"] = new JsonArray([.. decisions.Skip(from.Decisions).Select(RunJson.Decision)]);
        json["events"] = new JsonArray([.. events.Skip(from.Events).Select(RunJson.Event)]);
        var last = added.Length > 0 ? Milliseconds(added[^1]) : from.PointMilliseconds;
        return (json.ToJsonString(), new StreamPosition(_id, decisions.Count, events.Count, last));
    }

    /// <summary>The last message, once nothing runs any more: the result, or why there is none.</summary>
    /// <param name="cancellationToken">Ends the wait early.</param>
    /// <returns>The message as JSON on one line.</returns>
    public async Task<string> LastAsync(CancellationToken cancellationToken)
    {
        try
        {
            return new JsonObject { ["result"] = RunJson.Result(await run.Completion.WaitAsync(cancellationToken)) }.ToJsonString();
        }
        catch (LocalRunException exception)
        {
            return new JsonObject { ["failure"] = exception.Message }.ToJsonString();
        }
    }

    private static long Milliseconds(LocalPoint point) => (long)point.Time.TotalMilliseconds;
}
