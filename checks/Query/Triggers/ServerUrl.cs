using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Query.Triggers;

/// <summary>The serverAddress is the base address of a Prometheus.</summary>
internal sealed class ServerUrl() : Check(new()
{
    Id = "server-url",
    Severity = Severity.Error,
    Title = "The serverAddress is the base address of a Prometheus",
    Failure = "`prometheus query api returned error. status: 404`, or `unsupported protocol scheme \"\"`",
    Cause = "KEDA appends `/api/v1/query` to the address, whatever it ends with.",
    Fix = "Write http or https, the host and, where Prometheus is behind one, its path prefix: `http://prometheus.monitoring.svc:9090`.",
    IsOnlyForFiles = true,
    About = [ResourceTypes.ScaledObject],
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from trigger in stack.PrometheusTriggers
        let address = trigger.Metadata("serverAddress")
        where address is not null
        let wrong = Wrong(address)
        where wrong is not null
        select Found(trigger.ScaledObject, trigger.MetadataPath("serverAddress"), $"{address}, {wrong}", "http:// or https://, a host, and no /api/v1");

    private static string? Wrong(string address) =>
        !Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") ? "which is no http address"
        : uri.AbsolutePath.Contains("/api/v1", StringComparison.Ordinal) ? "to which KEDA appends /api/v1/query again"
        : uri.Query.Length > 0 ? "which has a query already"
        : null;
}
