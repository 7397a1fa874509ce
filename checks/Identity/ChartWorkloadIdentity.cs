using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Identity;

/// <summary>The chart's values switch workload identity on, for the identity's client id and tenant.</summary>
internal sealed class ChartWorkloadIdentity() : Check(new()
{
    Id = "chart-workload-identity",
    Severity = Severity.Error,
    Title = "The chart's values switch workload identity on, for the identity's client id and tenant",
    Failure = "`sources must contain at least one TokenCredential`, or `AADSTS700016: Application with identifier ... was not found in the directory`, in the log of keda-operator",
    Cause = "The chart labels the operator's pods and annotates its service account only when told to; the annotations take the client id, not the object id.",
    Fix = "Set `podIdentity.azureWorkload` to enabled, with the outputs `clientId` and `tenantId` of the identity.",
    NotForFiles = CheckInfo.NoAzure,
})
{
    private const string Values = "values.podIdentity.azureWorkload";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        foreach (var release in stack.Keda.Releases.Where(_ => !stack.Given.HasPrometheus || stack.OfType(ResourceTypes.Identity).Any()))
        {
            if (!release.Inputs.IsTrue($"{Values}.enabled"))
            {
                yield return Found(release, $"{Values}.enabled", release.Inputs.Shown($"{Values}.enabled"), "true");
            }

            foreach (var output in new[] { "clientId", "tenantId" })
            {
                var value = release.Inputs.Text($"{Values}.{output}");
                if (stack.Referenced(value, ResourceTypes.Identity, output) is null && !Guid.TryParse(value, out _))
                {
                    yield return Found(release, $"{Values}.{output}", value, $"an identity's output {output}");
                }
            }
        }
    }
}
