using System.Collections.Immutable;
using KedaStack.Infra.Monitoring;
using KedaStack.Infra.Monitoring.Alerts;
using KedaStack.Infra.Monitoring.Dashboards;
using KedaStack.Infra.Settings;
using KedaStack.Reports.Charts;
using KedaStack.Resources.Queries;
using KedaStack.Scaling.Prometheus;
using KedaStack.Scaling.Prometheus.Rates;
using KedaStack.Tests.Infra.Running;
using KedaStack.Tests.Scaling.Prometheus.Differential;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Infra.Monitoring.Recording;

/// <summary>Every query of the dashboard and of the alerts, run by a real Prometheus over the recorded run.</summary>
public sealed class RecordedQueriesTests(RecordedPrometheus prometheus) : IClassFixture<RecordedPrometheus>
{
    private const string Cluster = "kedastack-dev";
    private const double Threshold = 10;
    private const string Picture = "docs/images/autoscaler-dashboard.svg";
    private const string UpdatePictures = "KEDASTACK_UPDATE_PICTURES";

    private static readonly GrafanaDashboard _dashboard = Dashboard(Stacks.Defaults);

    [RealPrometheusFact]
    public async Task EveryQuery_OfTheDashboard_HasValues()
    {
        foreach (var (place, expression) in _dashboard.Expressions)
        {
            var series = await prometheus.QueryAsync(expression);
            Assert.True(series.Any(one => one.Samples.Any(sample => double.IsFinite(sample.Value))), $"{place}: {expression}");
        }
    }

    [RealPrometheusFact]
    public async Task EveryQuery_OfTheDashboardWithTheAddOn_HasValues()
    {
        var expressions = Dashboard(Stacks.AddOnSettings).Expressions.ToList();

        Assert.DoesNotContain(expressions, one => one.Expression.Contains("keda_", StringComparison.Ordinal));
        foreach (var (place, expression) in expressions)
        {
            Assert.True((await prometheus.QueryAsync(expression)).Count > 0, $"{place}: {expression}");
        }
    }

    [RealPrometheusFact]
    public async Task EverySelector_OfAnAlert_FindsSeries()
    {
        foreach (var rule in Alerts())
        {
            foreach (var selector in PromQuery.Read(rule.Expression).Selectors)
            {
                // A run without failures has no answers other than 2xx.
                var conditions = selector.Conditions.Where(condition => condition.Label != "status_code");
                var text = new SeriesSelector(
                    selector.Metric,
                    [.. conditions.Select(condition => new LabelMatcher(condition.Label, condition.Value) { Operator = condition.Operator })]);
                Assert.True((await prometheus.QueryAsync(text.ToString())).Count > 0, $"{rule.Name}: {text}");
            }
        }
    }

    [RealPrometheusFact]
    public async Task EveryAlert_OverAGoodRun_IsQuietButForTheErrorsAtItsBeginning()
    {
        var active = new List<string>();
        foreach (var rule in Alerts())
        {
            var longest = (await prometheus.QueryAsync(rule.Expression)).Select(series => series.Samples.Count).DefaultIfEmpty(0).Max();
            if (longest > 0)
            {
                active.Add(rule.Name);
                Assert.True(longest * RecordedRun.Interval < rule.For, $"{rule.Name} is active for {longest} values");
            }
        }

        Assert.Equal(["AutoscalerHpaCannotReadMetric", "AutoscalerScalerErrors"], active);
    }

    [RealPrometheusFact]
    public async Task ScalingMarks_OverTheRun_AreOneForEachChange()
    {
        var annotation = Assert.Single(_dashboard.Annotations);

        var marks = from series in await prometheus.QueryAsync(annotation.Expression, annotation.Step)
                    from sample in series.Samples
                    orderby sample.TimestampMilliseconds
                    select series.Labels["replicas"];

        Assert.Equal(["1", "2", "3", "4", "5", "4", "3", "2", "1"], marks);
    }

    [RealPrometheusFact]
    public async Task LoadPanel_AtFullLoad_ShowsItBesideWhatTheReplicasAreMeantFor()
    {
        Assert.Equal(46, await ValueAsync("Load, and what the replicas are meant for", "load", minute: 7), tolerance: 1.0);
        Assert.Equal(50, await ValueAsync("Load, and what the replicas are meant for", "threshold x ready replicas", minute: 7));
        Assert.Equal(100, await ValueAsync("Load, and what the replicas are meant for", "threshold x maxReplicaCount", minute: 7));
    }

    [RealPrometheusFact]
    public async Task AveragePanel_AtFullLoad_IsWithinTheBand()
    {
        const string Panel = "Load per replica, and the HPA's tolerance";

        var average = await ValueAsync(Panel, "load per replica", minute: 7);
        Assert.InRange(
            average, await ValueAsync(Panel, "below: fewer replicas", minute: 7), await ValueAsync(Panel, "above: more replicas", minute: 7));
        Assert.Equal(Threshold, await ValueAsync(Panel, "threshold", minute: 7));
        Assert.Equal(average, await ValueAsync(Panel, "as the HPA read it", minute: 7), tolerance: 0.5);
    }

    [RealPrometheusTheory]
    [InlineData("at minReplicaCount", 1, 1)]
    [InlineData("at minReplicaCount", 7, 0)]
    [InlineData("at maxReplicaCount", 7, 0)]
    [InlineData("more than the load asks for", 12, 1)]
    [InlineData("more than the load asks for", 7, 0)]
    [InlineData("fewer than the load asks for", 3, 1)]
    [InlineData("metric cannot be read", 0, 1)]
    [InlineData("metric cannot be read", 7, 0)]
    public async Task LimitsPanel_AtAMinute_SaysWhatLimits(string legend, int minute, int expected) =>
        Assert.Equal(expected, await ValueAsync("What limits the replicas", legend, minute));

    [RealPrometheusFact]
    public async Task LatencyPanel_OfAnAppThatWorks20Milliseconds_ShowsThem()
    {
        var p50 = await ValueAsync("Latency", "p50", minute: 7);
        var p99 = await ValueAsync("Latency", "p99", minute: 7);

        Assert.InRange(p50, 0.01, 0.05);
        Assert.InRange(p99, p50, 1);
    }

    // The picture was made with the rules of rate() of Prometheus before 2.51; later ones give lines that differ a little.
    [RealPrometheusFact]
    public async Task Picture_CheckedIn_IsWhatPrometheusAnswers()
    {
        var svg = SvgChart.File(await new DashboardPicture(_dashboard, (expression, step) => prometheus.QueryAsync(expression, step)).DrawAsync());
        if (Environment.GetEnvironmentVariable(UpdatePictures) == "1")
        {
            await File.WriteAllTextAsync(RepositoryRoot.PathOf(Picture), svg);
        }

        var expected = RepositoryRoot.Read(Picture);
        Assert.Equal(Texts(expected), Texts(svg));
        Assert.True(
            RealPrometheus.Engine != PrometheusEngine.ClosedUntil250 || svg == expected,
            $"{Picture} is not what the dashboard shows; {UpdatePictures}=1 dotnet test --filter {nameof(Picture_CheckedIn_IsWhatPrometheusAnswers)} writes it");
    }

    private static IEnumerable<string> Texts(string svg) => svg.Split('\n').Where(line => line.StartsWith("<text class=\"title\"", StringComparison.Ordinal))
        .Select(line => line[line.IndexOf('>', StringComparison.Ordinal)..]);

    private static GrafanaDashboard Dashboard(StackSettings settings) =>
        AutoscalerDashboard.For(AutoscalerSeries.Of(settings, Cluster), settings.Scaling);

    private static ImmutableArray<AlertRule> Alerts() =>
        AutoscalerAlerts.For(AutoscalerSeries.Of(Stacks.Defaults, Cluster), Stacks.Defaults.Scaling);

    private async Task<double> ValueAsync(string panel, string legend, int minute)
    {
        var query = _dashboard.Panels.Single(one => one.Title == panel).Queries.Single(one => one.Legend == legend);
        var series = Assert.Single(await prometheus.QueryAsync(query.Expression));
        var time = RecordedRun.Begin + TimeSpan.FromMinutes(minute);
        return series.Samples.Single(sample => sample.TimestampMilliseconds == time.ToUnixTimeMilliseconds()).Value;
    }
}
