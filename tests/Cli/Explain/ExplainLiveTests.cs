using System.Text.Json;
using KedaStack.Cli.Shell;
using KedaStack.Scaling.Prometheus.Client;
using KedaStack.Tests.Infra.Settings.Variants;
using KedaStack.Tests.Scaling.Prometheus.Client.Fakes;
using KedaStack.Tests.Shared;
using Microsoft.AspNetCore.Http;

namespace KedaStack.Tests.Cli.Explain;

public sealed class ExplainLiveTests
{
    private const string Empty = """{"status":"success","data":{"resultType":"vector","result":[]}}""";
    private const string EmptyRange = """{"status":"success","data":{"resultType":"matrix","result":[]}}""";
    private const string Query = "sum(rate(http_requests_total{cluster=\"kedastack-dev\",namespace=\"keda-demo\",job=\"sample-app\"}[2m]))";

    [Fact]
    public async Task Explain_Live_AsksTheStacksQueryAndExplainsTheAnswer()
    {
        await using var server = await LocalServer.AnsweringAsync(200, Clients.Vector(45));

        var run = await CommandRun.OfAsync("explain", "--live", "--prometheus", server.Address.ToString(), "--current", "2");

        var request = Assert.Single(server.Requests);
        Assert.Equal(Query, request.Form["query"]);
        Assert.DoesNotContain("Authorization", request.Headers.Keys);
        Assert.Equal((ExitCodes.Success, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("45 req/s means 5 replicas (2 -> 4 -> 5).\n", run.Output, StringComparison.Ordinal);
        Assert.Contains($"\n  address  {server.Address} (without a token)\n  query    {Query}\n  time     2", run.Output, StringComparison.Ordinal);
        Assert.Matches($"\n  answer   HTTP 200 after [0-9.]+ s: {System.Text.RegularExpressions.Regex.Escape(Clients.Vector(45))}\n", run.Output);
        Assert.DoesNotContain("--current says", run.Output, StringComparison.Ordinal);
    }

    /// <summary>The pulumi CLI is not asked for what the settings say.</summary>
    [Fact]
    public async Task Explain_LiveOfAPrometheusOfOnesOwn_AsksItsAddress()
    {
        await using var server = await LocalServer.AnsweringAsync(200, Clients.Vector(45));

        var run = await CommandRun.OfAsync("explain", "--live", "--config", "kubeContext=kind", "--config", $"prometheusUrl={server.Address}");

        var request = Assert.Single(server.Requests);
        Assert.Equal("sum(rate(http_requests_total{namespace=\"keda-demo\",job=\"sample-app\"}[2m]))", request.Form["query"]);
        Assert.DoesNotContain(PrometheusClientOptions.ResourceScopeHeader, request.Headers.Keys);
        Assert.Equal(ExitCodes.Success, run.ExitCode);
    }

    [Theory]
    [InlineData("cluster", AlternativeValues.ClusterId)]
    [InlineData("namespace", $"{AlternativeValues.ClusterId}/namespaces/keda-demo")]
    public async Task Explain_LiveOfAScopedQuery_SendsTheScope(string scope, string expected)
    {
        await using var server = await LocalServer.AnsweringAsync(200, Clients.Vector(45));

        var run = await CommandRun.OfAsync(
            "explain", "--live", "--prometheus", server.Address.ToString(), "--config", $"existingCluster={AlternativeValues.ClusterId}",
            "--config", $"existingWorkspace={AlternativeValues.WorkspaceId}", "--config", $"prometheusScope={scope}");

        Assert.Equal(expected, Assert.Single(server.Requests).Headers[PrometheusClientOptions.ResourceScopeHeader]);
        Assert.Contains($"\n  series of  {expected}\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_LiveOfAScopedQueryThatIsForbidden_NamesTheRoleThere()
    {
        await using var server = await LocalServer.AnsweringAsync(403, "");
        using var client = Clients.Create(Clients.Options(server) with { Credential = new FakeCredential(), ResourceScope = AlternativeValues.ClusterId });

        var result = await client.QueryAsync(Clients.Query, Clients.Time, CancellationToken.None);

        Assert.StartsWith($"Grant the role Monitoring Reader on {AlternativeValues.ClusterId} ", result.Error!.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_LiveWithoutCurrent_SaysWhatIsAssumed()
    {
        await using var server = await LocalServer.AnsweringAsync(200, Clients.Vector(45));

        var run = await CommandRun.OfAsync("explain", "--live", "--prometheus", server.Address.ToString());

        Assert.StartsWith("45 req/s means 5 replicas (1 -> 4 -> 5).\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("  Assumed: there is 1 replica, the minimum; --current says how many there are.\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_LiveEmpty_SaysWhatWasFound()
    {
        await using var server = await LocalServer.StartAsync(context =>
            context.Response.WriteAsync(context.Request.Path.Value!.EndsWith("range", StringComparison.Ordinal) ? EmptyRange : Empty));

        var run = await CommandRun.OfAsync("explain", "--live", "--prometheus", server.Address.ToString());

        Assert.Equal(ExitCodes.Success, run.ExitCode);
        Assert.StartsWith("An empty answer means 1 replica; KEDA treats it as an error.\n", run.Output, StringComparison.Ordinal);
        Assert.Contains(
            "What was found\n  No series is called http_requests_total: nothing that exposes it is scraped into here.\n  up{job=\"sample-app\"} is empty",
            run.Output, StringComparison.Ordinal);
        Assert.Equal(
            [
                Query,
                "topk(10, count by (cluster,namespace,job) (http_requests_total))",
                "bottomk(10, min by (cluster,namespace,job) (up{job=\"sample-app\"}))",
            ],
            server.Requests.Select(request => request.Form["query"]));
    }

    [Fact]
    public async Task Explain_LiveForbidden_ExplainsItAndFails()
    {
        await using var server = await LocalServer.AnsweringAsync(403, "");

        var run = await CommandRun.OfAsync("explain", "--live", "--prometheus", server.Address.ToString(), "--current", "4");

        const string Advice = "Let the server allow it, or ask with a credential.";
        Assert.Equal(ExitCodes.Failure, run.ExitCode);
        Assert.StartsWith("HTTP 403 means 4 replicas; KEDA treats it as an error.\n", run.Output, StringComparison.Ordinal);
        Assert.Contains($"What is wrong\n  {server.Address} answered 403 Forbidden.\n  {Advice}\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("-> prometheus query api returned error. status: 403\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("  KEDA asks from inside the cluster and as its own identity", run.Output, StringComparison.Ordinal);
        Assert.Empty(run.Error);
    }

    [Theory]
    [InlineData("""{"status":"success","data":{"resultType":"scalar","result":[1,"5"]}}""", "An answer without a vector means 1 replica; KEDA treats it as an error.")]
    [InlineData(
        """{"status":"success","data":{"resultType":"vector","result":[{"metric":{},"value":[1,"5"]},{"metric":{},"value":[1,"6"]}]}}""",
        "2 elements means 1 replica; KEDA treats it as an error.")]
    [InlineData("""{"status":"success","data":{"resultType":"vector","result":[{"metric":{},"value":[1,"NaN"]}]}}""", "NaN means 1 replica; KEDA treats it as an error.")]
    public async Task Explain_LiveAnswerThatKedaRefuses_BeginsWithIt(string body, string headline)
    {
        await using var server = await LocalServer.AnsweringAsync(200, body);

        var run = await CommandRun.OfAsync("explain", "--live", "--prometheus", server.Address.ToString());

        Assert.Equal((ExitCodes.Success, headline), (run.ExitCode, run.Output.Split('\n')[0]));
    }

    [Fact]
    public async Task Explain_LiveJson_HoldsWhatWasAskedAndCame()
    {
        await using var server = await LocalServer.AnsweringAsync(200, Clients.Vector(45.5));

        var run = await CommandRun.OfAsync("explain", "--live", "--prometheus", server.Address.ToString(), "--json");

        using var json = JsonDocument.Parse(run.Output);
        var live = json.RootElement.GetProperty("live");
        Assert.Equal(
            ["address", "token", "query", "time", "tookSeconds", "httpStatus", "body", "failure", "findings", "triggers"],
            live.EnumerateObject().Select(property => property.Name));
        Assert.Equal((server.Address.ToString(), Query), (live.GetProperty("address").GetString(), live.GetProperty("query").GetString()));
        Assert.Equal((200, JsonValueKind.Null), (live.GetProperty("httpStatus").GetInt32(), live.GetProperty("failure").ValueKind));
        Assert.Equal(("45.5", 45.5), (json.RootElement.GetProperty("answer").GetString(), json.RootElement.GetProperty("value").GetDouble()));
        Assert.Equal(5, json.RootElement.GetProperty("replicasAtEnd").GetInt32());
    }

    [Fact]
    public async Task Explain_LiveJsonOfAFailure_HoldsItsKind()
    {
        await using var server = await LocalServer.AnsweringAsync(401, "");

        var run = await CommandRun.OfAsync("explain", "--live", "--prometheus", server.Address.ToString(), "--json");

        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal("Unauthorized", json.RootElement.GetProperty("live").GetProperty("failure").GetProperty("kind").GetString());
        Assert.Equal("HTTP 401", json.RootElement.GetProperty("answer").GetString());
        Assert.Equal(ExitCodes.Failure, run.ExitCode);
        Assert.EndsWith("No token was sent: ask with a credential.\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_LiveOfAScaledObject_AsksItsOwnServer()
    {
        await using var server = await LocalServer.AnsweringAsync(200, Clients.Vector(3));
        using var directory = new TemporaryDirectory();
        var file = directory.Combine("scaledobject.yaml");
        await File.WriteAllTextAsync(file, $$"""
            apiVersion: keda.sh/v1alpha1
            kind: ScaledObject
            metadata: {name: app, namespace: demo}
            spec:
              minReplicaCount: 2
              triggers:
              - type: prometheus
                metadata: {serverAddress: "{{server.Address}}", query: sum(x), threshold: "1"}
            """);

        var run = await CommandRun.OfAsync("explain", "--live", "--scaled-object", file);

        Assert.StartsWith("3 means 3 replicas (2 -> 3).\n", run.Output, StringComparison.Ordinal);
        Assert.Equal("sum(x)", server.Requests[0].Form["query"]);
    }

    [Fact]
    public async Task Explain_LiveOfSeveralTriggers_AsksForEachAndComputesCron()
    {
        await using var server = await LocalServer.StartAsync(context => Answer(context, query => query == "sum(x)" ? Clients.Vector(30) : Clients.Vector(7)));
        using var directory = new TemporaryDirectory();

        var run = await CommandRun.OfAsync("explain", "--live", "--scaled-object", await SeveralAsync(directory, server), "--current", "2");

        Assert.Equal(["sum(x)", "sum(y)"], server.Requests.Select(request => request.Form["query"].ToString()).Order());
        Assert.Equal((ExitCodes.Success, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("requests = 30, errors = 7, cron = on mean 7 replicas (2 -> 4 -> 7): errors decides.\n", run.Output, StringComparison.Ordinal);
        Assert.Contains($"\nAsked for requests\n  address  {server.Address} (without a token)\n  query    sum(x)\n", run.Output, StringComparison.Ordinal);
        Assert.Contains($"\nAsked for errors\n  address  {server.Address} (without a token)\n  query    sum(y)\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("Left out, which Prometheus does not answer: triggers[3] (azure-queue).", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_LiveOfSeveralTriggersOneFailing_ExplainsItAndFails()
    {
        await using var server = await LocalServer.StartAsync(context => Answer(context, query => query == "sum(x)" ? Clients.Vector(90) : null));
        using var directory = new TemporaryDirectory();
        var file = await SeveralAsync(directory, server);

        var text = await CommandRun.OfAsync("explain", "--live", "--scaled-object", file, "--current", "2");
        var asJson = await CommandRun.OfAsync("explain", "--live", "--scaled-object", file, "--current", "2", "--json");

        Assert.Equal(ExitCodes.Failure, text.ExitCode);
        Assert.StartsWith("requests = 90, errors = HTTP 403, cron = on mean 9 replicas (2 -> 4 -> 8 -> 9): requests decides", text.Output, StringComparison.Ordinal);
        Assert.Contains($"\nWhat is wrong for errors\n  {server.Address} answered 403 Forbidden.\n", text.Output, StringComparison.Ordinal);
        Assert.Contains("  errors: KEDA asks from inside the cluster", text.Output, StringComparison.Ordinal);
        Assert.Empty(text.Error);

        using var json = JsonDocument.Parse(asJson.Output);
        var triggers = json.RootElement.GetProperty("live").GetProperty("triggers").EnumerateArray().ToArray();
        Assert.Equal(["requests", "errors"], triggers.Select(trigger => trigger.GetProperty("name").GetString()));
        Assert.Equal([200, 403], triggers.Select(trigger => trigger.GetProperty("httpStatus").GetInt32()));
        Assert.Equal("Forbidden", triggers[1].GetProperty("failure").GetProperty("kind").GetString());
    }

    [Fact]
    public async Task Explain_LiveOfAFormulaOfOtherTriggers_IsRefused()
    {
        using var directory = new TemporaryDirectory();
        var file = directory.Combine("scaledobject.yaml");
        await File.WriteAllTextAsync(file, """
            apiVersion: keda.sh/v1alpha1
            kind: ScaledObject
            metadata: {name: app, namespace: demo}
            spec:
              triggers:
              - type: prometheus
                name: requests
                metadata: {serverAddress: "http://127.0.0.1:9", query: sum(x), threshold: "10"}
              - type: metrics-api
                name: depth
                metadata: {url: "http://127.0.0.1:9", valueLocation: length, targetValue: "5"}
              advanced:
                scalingModifiers: {formula: requests + depth, target: "10"}
            """);

        var run = await CommandRun.OfAsync("explain", "--live", "--scaled-object", file);

        Assert.Equal(
            (ExitCodes.Failure, "--live: asks for prometheus triggers, and the formula takes depth as well (got prometheus, metrics-api); "
                + "use a formula of those alone, or give the values with --value\n"),
            (run.ExitCode, run.Error));
    }

    private static async Task Answer(HttpContext context, Func<string, string?> body)
    {
        var form = await context.Request.ReadFormAsync();
        if (body(form["query"].ToString()) is { } text)
        {
            await context.Response.WriteAsync(text);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
    }

    // The window of the cron trigger never closes: there is no 30th of February.
    private static async Task<string> SeveralAsync(TemporaryDirectory directory, LocalServer server)
    {
        var file = directory.Combine("scaledobject.yaml");
        await File.WriteAllTextAsync(file, $$"""
            apiVersion: keda.sh/v1alpha1
            kind: ScaledObject
            metadata: {name: app, namespace: demo}
            spec:
              minReplicaCount: 1
              maxReplicaCount: 20
              triggers:
              - type: prometheus
                name: requests
                metadata: {serverAddress: "{{server.Address}}", query: sum(x), threshold: "10"}
              - type: prometheus
                name: errors
                metadata: {serverAddress: "{{server.Address}}", query: sum(y), threshold: "1"}
              - type: cron
                metadata: {timezone: Etc/UTC, start: "0 0 30 2 *", end: "0 1 1 1 *", desiredReplicas: "3"}
              - type: azure-queue
                metadata: {queueName: jobs, queueLength: "5", accountName: store, connectionFromEnv: CONNECTION}
            """);
        return file;
    }

    [Fact]
    public async Task Explain_WrongOptions_NamesAll()
    {
        var run = await CommandRun.OfAsync(
            "explain", "--live", "--value", "4", "--current", "x", "--prometheus", "localhost:9090", "--credential", "basic", "--timeout", "0s");

        Assert.Equal((ExitCodes.Failure, ""), (run.ExitCode, run.Output));
        Assert.Equal(
            """
            --value: does not go with --live, which asks for it (got "4"); leave out --value or --live
            --current: is not a number of replicas (got "x"); write a whole number from 0
            --prometheus: is not an address with http:// or https:// (got "localhost:9090"); write one such as http://localhost:9090
            --credential: is not a credential (got "basic"); write azure or none
            --timeout: is zero (got "0s"); write from 1ms to 1h

            """,
            run.Error);
    }

    [Fact]
    public async Task Explain_PasswordInTheAddress_IsNotWrittenOnceMore()
    {
        var run = await CommandRun.OfAsync("explain", "--live", "--prometheus", "http://ann:secret@localhost:9090");

        Assert.Equal("--prometheus: holds a name or a password (got an address with @); leave them out: addresses end up in logs\n", run.Error);
    }

    [Fact]
    public async Task Explain_PrometheusWithoutLive_SaysThatItAsksNobody()
    {
        var run = await CommandRun.OfAsync("explain", "--value", "4", "--prometheus", "http://localhost:9090");

        Assert.Equal(
            "--prometheus: has no effect without --live (got \"http://localhost:9090\"); add --live or leave out --prometheus\n", run.Error);
    }

    [Fact]
    public async Task Explain_HpaAndLive_ExcludeEachOther()
    {
        var run = await CommandRun.OfAsync("explain", "--live", "--hpa", ExampleFile.Path("hpa-behavior.yaml"), "--timeout", "5s");

        Assert.Equal(
            "--live: does not go with --hpa, whose file holds it (got \"--live\"); leave out --live or --hpa\n"
            + "--timeout: does not go with --hpa, whose file holds it (got \"5s\"); leave out --timeout or --hpa\n",
            run.Error);
    }
}
