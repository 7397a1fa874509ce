using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Security;

/// <summary>KEDA's chart comes from its own repository, over https.</summary>
internal sealed class ChartRepository() : Check(new()
{
    Id = "chart-repository",
    Severity = Severity.Error,
    Title = "KEDA's chart comes from its own repository, over https",
    Failure = "`chart \"keda\" version \"...\" not found in ... repository`, or somebody else's chart",
    Cause = "The name of a chart says nothing about who made it.",
    Fix = "Set `repositoryOpts.repo` to `https://kedacore.github.io/charts`; for a mirror, suppress this check and say so.",
    NotForFiles = CheckInfo.NoPulumi,
})
{
    private const string Repository = "https://kedacore.github.io/charts";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from release in stack.Keda.Releases
        where release.Inputs.Text("repositoryOpts.repo")?.TrimEnd('/') != Repository
        select Found(release, "repositoryOpts.repo", release.Inputs.Shown("repositoryOpts.repo"), Repository);
}
