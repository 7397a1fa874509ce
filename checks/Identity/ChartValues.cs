using System.Globalization;
using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Identity;

/// <summary>The chart installs its definitions, its account and every component, and has enough time to do so.</summary>
internal sealed class ChartValues() : Check(new()
{
    Id = "chart-values",
    Severity = Severity.Error,
    Title = "KEDA's chart installs its definitions, its account and every component, and has enough time to do so",
    Failure = "`no matches for kind \"ScaledObject\"`, `serviceaccount \"keda-operator\" not found`, or `timed out waiting for the condition` and a rollback",
    Cause = "The stack makes none of this itself. The first install takes a minute or two, since two components wait for certificates that the operator writes.",
    Fix = "Leave `crds.install` and `serviceAccount.operator.create` at true and the replica counts at 1 or more; give the release 300 seconds or more.",
    NotForFiles = CheckInfo.NoAzure,
})
{
    private const decimal LeastSeconds = 300;

    private static readonly string[] _parts =
        ["crds.install", "serviceAccount.operator.create", "serviceAccount.metricServer.create", "serviceAccount.webhooks.create"];

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        foreach (var release in stack.Keda.Releases)
        {
            foreach (var path in _parts.Select(part => $"values.{part}").Where(path => release.Inputs.IsFalse(path)))
            {
                yield return Found(release, path, "false", "true");
            }

            foreach (var (component, _) in KedaChart.Components.Where(component => KedaChart.Replicas(release, component.Component) < 1))
            {
                yield return Found(release, $"values.{component}.replicaCount", "0", "1 or more");
            }

            if (release.Inputs.Number("timeout") is { } timeout && timeout < LeastSeconds)
            {
                yield return Found(release, "timeout", timeout.ToString(CultureInfo.InvariantCulture), $"{LeastSeconds} or more");
            }
        }
    }
}
