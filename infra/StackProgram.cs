using KedaStack.Infra.Hooks;
using KedaStack.Infra.Naming;
using KedaStack.Infra.Refusals;
using KedaStack.Infra.Settings;
using Pulumi;

namespace KedaStack.Infra;

/// <summary>What <c>pulumi up</c> runs: the stack, unless the change from its last deployment is refused.</summary>
internal static class StackProgram
{
    /// <summary>Makes the stack.</summary>
    /// <param name="settings">The validated settings.</param>
    /// <param name="end">Says a sentence and ends the process; null under mocks.</param>
    /// <returns>Its outputs.</returns>
    /// <exception cref="RunException">The change is refused; nothing has been made.</exception>
    public static async Task<IDictionary<string, object?>> RunAsync(StackSettings settings, Action<string>? end = null)
    {
        var present = StackRecord.Of(settings, new ResourceNames(settings, Deployment.Instance.StackName));
        var refusals = DeploymentComparison.Refusals(await LastDeployment.ReadAsync(), present, settings.AllowReplacement);
        return refusals.Count == 0
            ? new KedaStack("kedastack", settings, end: end).Outputs.ToDictionary()
            : throw new Refusal(end).Because(string.Join('\n', refusals));
    }
}
