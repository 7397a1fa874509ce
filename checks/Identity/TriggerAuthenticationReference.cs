using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Identity;

/// <summary>The TriggerAuthentication that a trigger names is in its namespace; one on an Azure Monitor workspace names one.</summary>
internal sealed class TriggerAuthenticationReference() : Check(new()
{
    Id = "trigger-authentication",
    Severity = Severity.Error,
    Title = "The TriggerAuthentication that a trigger names is in its namespace; one on an Azure Monitor workspace names one",
    Failure = "`triggerauthentications.keda.sh \"...\" not found` in the events of the ScaledObject; with none named, `prometheus query api returned error. status: 401`",
    Cause = "KEDA looks for the name in the ScaledObject's namespace.",
    Fix = "Put the TriggerAuthentication into the ScaledObject's namespace and its name into `authenticationRef.name`.",
    About = [ResourceTypes.ScaledObject],
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        foreach (var trigger in stack.Triggers)
        {
            var name = trigger.Json.Text("authenticationRef.name");
            if ((name is not null || (trigger as PrometheusTrigger)?.Workspace(stack) is not null) && trigger.Authentication(stack) is null)
            {
                var kind = trigger.Json.Text("authenticationRef.kind") ?? "TriggerAuthentication";
                if (stack.Files is not null && kind == "TriggerAuthentication"
                    && stack.OfType(ResourceTypes.TriggerAuthentication).FirstOrDefault(one => one.ObjectName() == name && one.Namespace().Length > 0) is { } elsewhere
                    && trigger.ScaledObject.Namespace().Length > 0)
                {
                    yield return Found(
                        trigger.ScaledObject,
                        $"{trigger.Path}.authenticationRef.name",
                        $"{name}, which is in the namespace {elsewhere.Namespace()}",
                        $"one in {trigger.ScaledObject.Namespace()}, or a ClusterTriggerAuthentication");
                    continue;
                }

                var where = kind == "TriggerAuthentication" ? $" in {trigger.ScaledObject.NamespaceInWords()}" : "";
                yield return Absent(
                    trigger.ScaledObject,
                    $"{trigger.Path}.authenticationRef.name",
                    name is null ? null : $"{name}, and no such {kind}{where}",
                    $"the name of a {kind}{where}");
            }
        }
    }
}
