using KedaStack.Infra.Settings.Problems;
using KedaStack.Reports.Explain;
using KedaStack.Resources.Workloads;
using KedaStack.Resources.Workloads.Answers;
using KedaStack.Resources.Workloads.Triggers;
using KedaStack.Scaling.Keda;
using KedaStack.Scaling.Keda.Triggers;

namespace KedaStack.Reports.WarmUps;

/// <summary>The warm-up of <c>explain</c>.</summary>
internal static class ExplainWarmUp
{
    private const int WidthColumns = 80;

    /// <summary>Explains a ScaledObject like most.</summary>
    /// <returns>The text.</returns>
    public static string Run()
    {
        var trigger = new PrometheusTrigger { ServerAddress = "", Query = "sum(rate(http_requests_total[2m]))", Threshold = 10 };
        var scaledObject = new ScaledObject { Name = "app", Namespace = "app", MinReplicaCount = 1, MaxReplicaCount = 10, Triggers = [trigger] };
        var source = ExplainSource.OfFile("", scaledObject, [new NamedTrigger(trigger.Type, 0, trigger.Type, trigger)], []);
        var answers = new AnswerReader(source, DateTimeOffset.UnixEpoch, new List<SettingsProblem>()).Read(["45"]);
        return ExplainText.Write(ExplainReport.Of(source, answers, current: null), WidthColumns);
    }
}
