using System.Text.Json.Nodes;
using KedaStack.Doctor;
using KedaStack.Resources.Objects;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Doctor;

/// <summary>What a scaler's own words mean: the words of KEDA, of Go's net/http below it and of Entra, in an event of a chain that is right otherwise.</summary>
public sealed class MessageTests
{
    private const string Folder = "tests/Scenarios/doctor-failures";
    private const string Get = "Get \"https://shop-a1b2.westeurope.prometheus.monitor.azure.com/api/v1/query?query=x\": ";
    private const string Token = "ChainedTokenCredential: failed to acquire a token.\nAttempted credentials:\n\tWorkloadIdentityCredential authentication failed. ";

    [Theory]
    [InlineData("prometheus query api returned error. status: 400 response: {\"status\":\"error\",\"errorType\":\"bad_data\"}", "query", "does not parse")]
    [InlineData("prometheus query api returned error. status: 401 response: ", "identity", "no token, or not this one")]
    [InlineData("prometheus query api returned error. status: 403 response: ", "identity", "Monitoring Data Reader")]
    [InlineData("prometheus query api returned error. status: 404 response: ", "prometheus", "KEDA appends /api/v1/query")]
    [InlineData("prometheus query api returned error. status: 422 response: ", "query", "asks for too much")]
    [InlineData("prometheus query api returned error. status: 429 response: ", "prometheus", "limits its queries")]
    [InlineData("prometheus query api returned error. status: 302 response: ", "prometheus", "sends KEDA elsewhere")]
    [InlineData("prometheus query api returned error. status: 502 response: <html>", "prometheus", "Prometheus itself fails")]
    [InlineData("prometheus metrics 'prometheus' target may be lost, the result is empty", "query", "no series fits")]
    [InlineData("prometheus metrics 'prometheus' target may be lost, the value list is empty", "query", "no value")]
    [InlineData("prometheus query sum by (pod) (x) didn't return enough values", "query", "no value")]
    [InlineData("prometheus query sum by (pod) (x) returned multiple elements", "query", "several series")]
    [InlineData("prometheus query returns NaN", "query", "no number")]
    [InlineData("prometheus query returns +Inf", "query", "no number")]
    [InlineData("json: cannot unmarshal number into Go struct field .data.result of type struct", "query", "scalar or a string")]
    [InlineData(Get + "dial tcp 20.1.2.3:443: i/o timeout", "prometheus", "a firewall, a network policy")]
    [InlineData(Get + "context deadline exceeded (Client.Timeout exceeded while awaiting headers)", "prometheus", "does not answer in time")]
    [InlineData(Get + "dial tcp: lookup shop-a1b2: no such host", "prometheus", "does not resolve")]
    [InlineData(Get + "dial tcp 20.1.2.3:443: connect: connection refused", "prometheus", "nothing listens")]
    [InlineData(Get + "dial tcp 20.1.2.3:443: connect: no route to host", "prometheus", "network policy or firewall")]
    [InlineData(Get + "tls: failed to verify certificate: x509: certificate signed by unknown authority", "prometheus", "certificate is not trusted")]
    [InlineData(Get + "remote error: tls: handshake failure", "prometheus", "certificate is not trusted")]
    [InlineData(Get + "EOF", "prometheus", "closes the connection")]
    [InlineData(Get + "read tcp 10.0.0.1:1->20.1.2.3:443: read: connection reset by peer", "prometheus", "closes the connection")]
    [InlineData("invalid character '<' looking for beginning of value", "prometheus", "sends a page")]
    [InlineData("unexpected end of JSON input", "prometheus", "no JSON")]
    [InlineData("parse \"shop a1b2\": invalid URI for request", "prometheus", "no URL")]
    [InlineData("sources must contain at least one TokenCredential", "identity", "no workload identity environment")]
    [InlineData(Token + "no token file specified. Check pod configuration or set TokenFilePath in the options", "identity", "no workload identity environment")]
    [InlineData("ChainedTokenCredential: failed to acquire a token.\nAttempted credentials:\n\tAzureCLICredential: executable not found on path", "identity", "no workload identity environment")]
    [InlineData(Token + "AADSTS70021: No matching federated identity record found for presented assertion.", "identity", "issuer, subject and audience")]
    [InlineData(Token + "AADSTS700211: No matching federated identity record found for presented assertion issuer 'https://issuer.example'.", "identity", "issuer")]
    [InlineData(Token + "AADSTS700212: No matching federated identity record found for presented assertion audience 'api://x'.", "identity", "audience")]
    [InlineData(Token + "AADSTS700213: No matching federated identity record found for presented assertion subject 'x'.", "identity", "subject")]
    [InlineData(Token + "AADSTS7002131: No matching federated identity record found, the expression does not match.", "identity", "expression")]
    [InlineData(Token + "AADSTS700016: Application with identifier 'x' was not found in the directory.", "identity", "client id")]
    [InlineData(Token + "AADSTS700024: Client assertion is not within its valid time range.", "identity", "outside its time")]
    [InlineData(Token + "AADSTS90061: Request to External OIDC endpoint failed.", "identity", "cannot reach the cluster's OIDC issuer")]
    [InlineData(Token + "AADSTS50005: User tried to log in to a device from a platform that's not supported.", "identity", "Conditional Access")]
    [InlineData(Token + "AADSTS53003: Access has been blocked by Conditional Access policies.", "identity", "Conditional Access")]
    [InlineData(Token + "AADSTS999999: something new", "identity", "Entra gives no token")]
    [InlineData("error parsing prometheus metadata: missing required parameter \"serverAddress\" in [triggerMetadata]", "scaled-object", "the message names the key")]
    [InlineData("no scaler found for type: prometeus", "scaled-object", "no trigger of this type")]
    [InlineData("something that nobody knows", "prometheus", "gives KEDA no value")]
    public void Message_OfAScaler_IsAboutItsLink(string message, string link, string means)
    {
        using var folder = new TemporaryDirectory();
        var chain = JsonNode.Parse(File.ReadAllText(RepositoryRoot.PathOf($"{Folder}/no-such-host.json")))!;
        chain.Objects("answers").Single(answer => answer.Text("path")!.EndsWith("/events", StringComparison.Ordinal))["body"]!["items"]![0]!["note"] = message;
        var file = folder.Combine("chain.json");
        File.WriteAllText(file, chain.ToJsonString());
        File.Copy(RepositoryRoot.PathOf($"{Folder}/_cluster.json"), folder.Combine("_cluster.json"));

        var report = DoctorReport.Offline(file, "shop", null, []);

        Assert.Equal(link, report!.Worst.First?.Id);
        Assert.Contains(means, report.Worst.First!.Verdict.Means, StringComparison.Ordinal);
    }
}
