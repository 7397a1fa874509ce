using System.Globalization;
using KedaStack.Checks.Rules;
using KedaStack.Infra.Clouds;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Azure;

/// <summary>Azure's resources go through a provider of the cloud that their region is in.</summary>
internal sealed class ProviderCloud() : Check(new()
{
    Id = "provider-cloud",
    Severity = Severity.Error,
    Title = "Azure's resources go through a provider of the cloud that their region is in",
    Failure = "`AADSTS90002: Tenant ... not found` or `AADSTS50034`, or the subscription is not found",
    Cause = "Azure Government and Azure in China have their own sign-in and their own addresses; a provider asks the public cloud unless its `environment` says otherwise.",
    Fix = "Pass the resources a provider with `environment` usgovernment or china; the stack does so by its regions or the setting `cloud`.",
    NotForFiles = CheckInfo.NoAzure,
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        var expected = StackCloud.Of(stack).ForPulumi();
        return
            from resource in StackCloud.Resources(stack)
            let environment = StackCloud.Environment(stack, resource)
            where environment != expected
            group resource by environment into sameEnvironment
            select Found(
                sameEnvironment.First(),
                "",
                string.Create(CultureInfo.InvariantCulture, $"{sameEnvironment.Count()} resources with the environment {sameEnvironment.Key}, this one first"),
                expected);
    }
}
