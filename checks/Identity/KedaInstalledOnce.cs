using KedaStack.Checks.Rules;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Identity;

/// <summary>KEDA comes from its Helm chart or from the AKS add-on, and from one of them only.</summary>
internal sealed class KedaInstalledOnce() : Check(new()
{
    Id = "keda-installed-once",
    Severity = Severity.Error,
    Title = "KEDA comes from its Helm chart or from the AKS add-on, and from one of them only",
    Failure = "none: `no matches for kind \"ScaledObject\" in version \"keda.sh/v1alpha1\"`; both: Helm stops at `invalid ownership metadata`, or two operators fight over the one external metrics API",
    Cause = "A cluster has one set of KEDA's custom resource definitions and one server of external metrics.",
    Fix = "Install the chart `keda` or switch `workloadAutoScalerProfile.keda.enabled` on, not both.",
    NotForFiles = CheckInfo.NoAzure,
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        var (releases, addOns) = (stack.Keda.Releases, stack.Keda.AddOns);
        if (releases.Count + addOns.Count == 0 && !stack.Given.HasKeda && stack.Keda.CustomResources.Any())
        {
            yield return Found(null, "", "custom resources of KEDA, but neither its chart nor the add-on", "one installation of KEDA");
        }

        if (releases.Count + addOns.Count > 1)
        {
            var names = releases.Concat(addOns).Select(resource => resource.Name);
            yield return Found(releases.Concat(addOns).First(), "", $"installations by {string.Join(" and ", names)}", "one installation of KEDA");
        }
    }
}
