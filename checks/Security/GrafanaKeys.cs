using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Security;

/// <summary>Grafana gives out no API keys.</summary>
internal sealed class GrafanaKeys() : Check(new()
{
    Id = "grafana-keys",
    Severity = Severity.Error,
    Title = "Grafana gives out no API keys",
    Failure = "nothing, until a key leaks: it bypasses Entra ID",
    Cause = "API keys and tokens of service accounts are secrets that live until somebody removes them.",
    Fix = "Set `properties.apiKey` to `Disabled`.",
    NotForFiles = CheckInfo.NoAzure,
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from grafana in stack.OfType(ResourceTypes.Grafana)
        let keys = grafana.Inputs.Text("properties.apiKey")
        where keys is not (null or "Disabled")
        select Found(grafana, "properties.apiKey", keys, "Disabled");
}
