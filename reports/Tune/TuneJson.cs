using System.Text.Json.Nodes;
using KedaStack.Infra.Settings.Parsing.Values;
using KedaStack.Reports.Writing;
using KedaStack.Resources.Writing;
using KedaStack.Scaling.Tuning;
using KedaStack.Scaling.Tuning.Evaluation;

namespace KedaStack.Reports.Tune;

/// <summary>A search for machines. The names of the fields stay; what does not apply is null.</summary>
internal static class TuneJson
{
    private const int Decimals = 6;

    /// <summary>Indented JSON with a final line break.</summary>
    public static string Write(TuneReport report) => MachineJson.Write(new JsonObject
    {
        ["stack"] = report.Stack,
        ["traffics"] = Array(report.Traffics.Zip(report.Result.LeadIns), traffic => new JsonObject
        {
            ["source"] = traffic.First.Source,
            ["durationSeconds"] = traffic.First.Duration.TotalSeconds,
            ["leadInSeconds"] = traffic.Second.TotalSeconds,
        }),
        ["seed"] = report.Options.Seed,
        ["candidates"] = report.Result.Candidates,
        ["end"] = MachineName.Of(report.Result.End),
        ["podCapacity"] = report.World.Pods.Capacity,
        ["notes"] = Array(report.Notes, note => note),
        ["tuned"] = Array(report.Result.Knobs, knob => new JsonObject
        {
            ["name"] = knob.Name,
            ["today"] = knob.TodayValue,
            ["values"] = Array(knob.Values, value => value),
        }),
        ["notTuned"] = Array(report.Result.Skipped, skip => new JsonObject { ["name"] = skip.Name, ["reason"] = skip.Reason }),
        ["bounds"] = Array(report.Result.Bounds, bounds => new JsonObject
        {
            ["unmetRequests"] = Round(bounds.UnmetRequests),
            ["flaps"] = Round(bounds.Flaps),
        }),
        ["isWithinBounds"] = report.Result.IsAllowed,
        ["today"] = Point(report.Result.Today, report),
        ["recommended"] = Point(report.Result.Recommended, report),
        ["effects"] = Array(report.Result.Effects, effect => new JsonObject
        {
            ["name"] = effect.Name,
            ["today"] = effect.Today,
            ["recommended"] = effect.Recommended,
            ["without"] = effect.Without is { } without ? Figures(without, report) : null,
            ["isWithinBoundsWithout"] = effect.IsAllowedWithout,
        }),
        ["front"] = Array(report.Result.Front, point => Point(point, report)),
        ["change"] = Change(report),
    });

    private static JsonObject Change(TuneReport report)
    {
        var changes = report.Changes;
        var settings = new JsonObject();
        foreach (var changed in changes)
        {
            settings[changed.Key] = Value(changed.After);
        }

        var change = new JsonObject
        {
            ["settings"] = settings,
            ["yaml"] = changes.Count == 0 || report.FileChange is not null ? null : ConfigFragment.Write(changes),
            ["commands"] = Array(report.FileChange is null ? PulumiCommands.For(report.Stack, changes) : [], command => command),
            ["simulations"] = Array(report.Simulations, command => command),
        };
        if (report.FileChange is var (patch, byHand))
        {
            change["patch"] = patch.Length > 0 ? patch : null;
            change["byHand"] = Array(byHand, line => line);
        }

        return change;
    }

    private static JsonNode? Value(RawValue value) => value.Items is { } items ? Array(items, item => item) : value.Text;

    private static JsonObject Point(TuningPoint point, TuneReport report)
    {
        var changes = new JsonObject();
        foreach (var change in point.Changes)
        {
            changes[change.Name] = change.Value;
        }

        var json = Figures(point.Total, report);
        json["changes"] = changes;
        json["traffics"] = Array(point.Traffics, figures => Figures(figures, report));
        return json;
    }

    private static JsonObject Figures(TuningFigures figures, TuneReport report) => new()
    {
        ["offeredRequests"] = Round(figures.OfferedRequests),
        ["unmetRequests"] = Round(figures.UnmetRequests),
        ["unmetShare"] = Round(figures.UnmetShare),
        ["replicaHours"] = Round(figures.ReplicaHours),
        ["nodeHours"] = Round(figures.NodeHours),
        ["cost"] = report.World.Prices is { } prices ? Round(prices.Cost(figures.ReplicaHours, figures.NodeHours)) : null,
        ["flaps"] = Round(figures.Flaps),
    };

    private static decimal Round(decimal value) => Math.Round(value, Decimals);

    private static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonNode?> write) => new([.. items.Select(write)]);
}
