using KedaStack.Infra.Monitoring;
using KedaStack.Infra.Monitoring.Alerts;
using KedaStack.Infra.Settings;
using KedaStack.Tests.Infra.Monitoring.Rules.Synthetic;
using KedaStack.Tests.Infra.Monitoring.Rules.Tools;
using KedaStack.Tests.Infra.Running;

namespace KedaStack.Tests.Infra.Monitoring.Alerts;

/// <summary>A healthy cluster with something changed, and which alerts fire then: those and no others.</summary>
internal sealed class AlertCase
{
    private readonly Dictionary<string, string> _series = new(HealthyCluster.Series);
    private readonly List<(int Minute, (string Series, double Value)[] Firing)> _expected = [];
    private StackSettings _settings = Stacks.Defaults;
    private IReadOnlyList<AlertRule>? _rules;

    /// <summary>With other settings.</summary>
    public AlertCase Settings(StackSettings settings)
    {
        _settings = settings;
        return this;
    }

    /// <summary>With other rules than those on the sample app.</summary>
    public AlertCase Rules(IReadOnlyList<AlertRule> rules)
    {
        _rules = rules;
        return this;
    }

    /// <summary>With other values of a series, or with one more.</summary>
    public AlertCase With(string series, string values)
    {
        _series[series] = values;
        return this;
    }

    /// <summary>Without the series whose names contain a text.</summary>
    public AlertCase Without(string text)
    {
        var names = _series.Keys.Where(name => name.Contains(text, StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(names);
        names.ForEach(name => _series.Remove(name));
        return this;
    }

    /// <summary>Nothing fires at any minute.</summary>
    public AlertCase Quiet(int from = 0, int to = HealthyCluster.Minutes)
    {
        for (var minute = from; minute <= to; minute++)
        {
            _expected.Add((minute, []));
        }

        return this;
    }

    /// <summary>Just this fires at a minute.</summary>
    /// <param name="minute">The minute.</param>
    /// <param name="alert">The alert's name.</param>
    /// <param name="labels">The labels of each of its instances; none for one without labels.</param>
    public AlertCase Fires(int minute, string alert, params string[] labels)
    {
        _expected.Add((minute,
        [
            .. labels.DefaultIfEmpty("").Select(own =>
                ($$"""ALERTS{alertname="{{alert}}", alertstate="firing"{{(own.Length > 0 ? ", " : "")}}{{own}}}""", 1.0)),
        ]));
        return this;
    }

    /// <summary>Runs promtool.</summary>
    public void Run()
    {
        Assert.NotEmpty(_expected);
        using var test = new RuleTest { Series = [.. _series.Select(series => new SyntheticSeries(series.Key, series.Value))] };
        test.AddAlerts("alerts", _rules ?? AutoscalerAlerts.For(AutoscalerSeries.Of(_settings, HealthyCluster.Cluster), _settings.Scaling));
        foreach (var (minute, firing) in _expected)
        {
            test.Expect(minute, """ALERTS{alertstate="firing"}""", firing);
        }

        var result = test.Run();

        Assert.True(result.Passed, result.Output);
    }
}
