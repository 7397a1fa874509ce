using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;
using KedaStack.Scaling.Keda.Semantics;

namespace KedaStack.Checks.Versions;

/// <summary>The version of KEDA can ask an Azure Monitor workspace.</summary>
internal sealed class KedaVersionWorks() : Check(new()
{
    Id = "keda-version",
    Severity = Severity.Error,
    Title = "The version of KEDA can ask an Azure Monitor workspace",
    Failure = "`prometheus query api returned error. status: 401` for ever, whatever role the identity has",
    Cause = "The prometheus scaler signs in with workload identity since KEDA 2.10; an older one sends no token.",
    Fix = "Set `kedaChartVersion` to a later version, such as 2.20.2.",
    NotForFiles = CheckInfo.NoAzure,
})
{
    private static readonly KedaVersion _first = new(2, 10, 0);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from release in stack.Keda.Releases
        where KedaVersion.TryParse(release.Inputs.Text("version") ?? "") < _first
        select Found(release, "version", release.Inputs.Shown("version"), "a version from 2.10 on");
}
