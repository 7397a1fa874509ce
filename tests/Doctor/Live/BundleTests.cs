using KedaStack.Doctor;

namespace KedaStack.Tests.Doctor.Live;

/// <summary>What --save writes of a cluster in which secrets are planted wherever people put them.</summary>
public sealed class BundleTests : IDisposable
{
    private const string Token = "planted-token-of-the-kubeconfig";

    private static readonly string[] _planted = [Token, "planted-in-a-path", "planted-in-an-address", "planted-in-env", "planted-in-args", "planted-in-an-event", "planted-in-metadata", "planted-annotation", "planted-header"];

    private readonly LiveCommand _command = new();

    [Fact]
    public async Task Save_OfACluster_HoldsNoTokenNoSecretAndNoKubeconfig()
    {
        await using var server = await LiveCommand.ServeAsync("all-well");
        var kubeconfig = server.WriteKubeconfig(_command.Folder, "all-well", Token);
        server.Change(_command.Write("planted.json", """
            {"answers": [
              {"path": "/apis/keda.sh/v1alpha1/namespaces/all-well/scaledobjects", "status": 200, "contentType": "application/json", "body": {"kind": "ScaledObjectList", "apiVersion": "keda.sh/v1alpha1", "items": [
                {"metadata": {"name": "web", "namespace": "all-well", "annotations": {"kubectl.kubernetes.io/last-applied-configuration": "{\"password\":\"planted-annotation\"}"}},
                 "spec": {"scaleTargetRef": {"name": "web"}, "triggers": [
                   {"type": "prometheus", "metadata": {"serverAddress": "http://user:planted-in-an-address@prometheus.monitoring:9090", "query": "up", "threshold": "1", "customHeaders": "X-Api-Key=planted-header"}},
                   {"type": "postgresql", "metadata": {"connection": "host=db;password=planted-in-metadata", "password": "planted-in-metadata"}}]}}]}},
              {"path": "/apis/apps/v1/namespaces/all-well/deployments", "status": 200, "contentType": "application/json", "body": {"kind": "DeploymentList", "apiVersion": "apps/v1", "items": [
                {"metadata": {"name": "web", "namespace": "all-well"}, "spec": {"selector": {"matchLabels": {"app": "web"}}, "template": {"metadata": {"labels": {"app": "web"}}, "spec": {"containers": [
                  {"name": "web", "args": ["--key=planted-in-args"], "command": ["sh", "-c", "planted-in-args"], "env": [{"name": "DB_PASSWORD", "value": "planted-in-env"}, {"name": "URL", "value": "redis://:planted-in-env@cache"}]}]}}}}]}},
              {"path": "/apis/events.k8s.io/v1/namespaces/all-well/events", "status": 200, "contentType": "application/json", "body": {"kind": "EventList", "apiVersion": "events.k8s.io/v1", "items": [
                {"metadata": {"name": "e", "namespace": "all-well"}, "eventTime": "2026-11-29T12:00:00.000000Z", "reason": "KEDAScalerFailed", "type": "Warning", "regarding": {"kind": "ScaledObject", "name": "web"},
                 "note": "Get \"http://user:planted-in-an-event@prometheus:9090/api/v1/query?token=planted-in-an-event\": Authorization: Bearer planted-in-an-event"}]}}
            ]}
            """));

        var run = await _command.RunAsync("doctor", "--save", "chain.json", "--json", "--output", "report.json");

        var saved = await File.ReadAllTextAsync(Path.Combine(_command.Folder, "chain.json"));
        Assert.NotEqual(1, run.ExitCode);
        Assert.All(_planted, secret => Assert.DoesNotContain(secret, saved, StringComparison.Ordinal));
        Assert.DoesNotContain(server.Address, saved, StringComparison.Ordinal);
        Assert.DoesNotContain("current-context", saved, StringComparison.Ordinal);
        Assert.DoesNotContain(kubeconfig, saved, StringComparison.Ordinal);
        Assert.DoesNotContain("\"Secret", saved, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Asked, path => path.Contains("secrets", StringComparison.OrdinalIgnoreCase));
        // What is left is still the chain, and the report shows no more than the file.
        Assert.NotNull(DoctorReport.Offline(Path.Combine(_command.Folder, "chain.json"), null, null, []));
        var report = await File.ReadAllTextAsync(Path.Combine(_command.Folder, "report.json"));
        Assert.All(_planted, secret => Assert.DoesNotContain(secret, report, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Save_ThenOffline_SaysTheSame()
    {
        await using var server = await LiveCommand.ServeAsync("at-maximum");
        server.WriteKubeconfig(_command.Folder, "at-maximum");

        var live = await _command.RunAsync("doctor", "--save", "chain.json");
        var offline = await _command.RunAsync("doctor", "--offline", "chain.json");

        Assert.Equal(live.ExitCode, offline.ExitCode);
        Assert.Equal(live.Output.Split('\n').Skip(1), offline.Output.Split('\n').Skip(1));
    }

    public void Dispose() => _command.Dispose();
}
