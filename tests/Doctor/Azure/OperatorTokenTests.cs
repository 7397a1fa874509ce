using System.Text.Json.Nodes;
using KedaStack.Doctor;
using KedaStack.Doctor.Evidence;
using KedaStack.Resources.Cluster;
using KedaStack.Resources.Objects;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Doctor.Azure;

/// <summary>What workload identity puts into the operator's pod: row B5 of the specification, in a chain whose values nobody saw.</summary>
public sealed class OperatorTokenTests
{
    private const string Cluster = "tests/Scenarios/doctor-failures/_cluster.json";
    private const string Pods = "/api/v1/namespaces/keda/pods";
    private const string Restart = "kubectl -n keda rollout restart deployment keda-operator";

    [Theory]
    [InlineData("", "", "NotRead", "no query of KEDA's was seen", null)]
    [InlineData("AZURE_FEDERATED_TOKEN_FILE", "", "Fail", "keda-operator-6f9c has no AZURE_FEDERATED_TOKEN_FILE", Restart)]
    [InlineData("AZURE_CLIENT_ID AZURE_TENANT_ID AZURE_FEDERATED_TOKEN_FILE", "volume", "Fail", "has no AZURE_CLIENT_ID, no AZURE_TENANT_ID, no AZURE_FEDERATED_TOKEN_FILE, no volume azure-identity-token", Restart)]
    [InlineData("AZURE_TENANT_ID", "", "Fail", "has no AZURE_TENANT_ID", Restart)]
    [InlineData("AZURE_CLIENT_ID", "no-id", "Fail", "has no AZURE_CLIENT_ID", Restart)]
    [InlineData("AZURE_CLIENT_ID", "", "NotRead", "no query of KEDA's was seen", null)]
    [InlineData("", "volume", "Fail", "has no volume azure-identity-token", Restart)]
    [InlineData("", "own-volume", "NotRead", "no query of KEDA's was seen", null)]
    [InlineData("AZURE_AUTHORITY_HOST", "", "Warning", "has no AZURE_AUTHORITY_HOST", Restart)]
    [InlineData("", "label", "NotRead", "no query of KEDA's was seen", null)]
    [InlineData("AZURE_FEDERATED_TOKEN_FILE", "label", "Fail", "and no label azure.workload.identity/use: \"true\"", "helm upgrade keda kedacore/keda -n keda --reuse-values --set podIdentity.azureWorkload.enabled=true")]
    public void Pod_ThatLacksSomething_IsSaidWithItsName(string variables, string others, string state, string found, string? mend)
    {
        var answers = JsonNode.Parse(RepositoryRoot.Read(Cluster))!;
        var pod = Body(answers, Pods)["items"]!.AsArray().Single(one => one.Text("metadata.name")!.StartsWith("keda-operator-6", StringComparison.Ordinal))!;
        var env = pod["spec"]!["containers"]![0]!["env"]!.AsArray();
        env.RemoveAll(one => variables.Split(' ').Contains(one.Text("name")));
        foreach (var other in others.Split(' '))
        {
            Change(answers, pod, other);
        }

        var verdict = Judge(answers);

        Assert.Equal(state, verdict.State.ToString());
        Assert.Contains(found, verdict.Found, StringComparison.Ordinal);
        Assert.Equal(mend, verdict.Mend);
    }

    private static void Change(JsonNode answers, JsonNode pod, string what)
    {
        switch (what)
        {
            case "volume":
                pod["spec"]!["volumes"] = new JsonArray();
                break;
            case "own-volume":
                pod["spec"]!["volumes"]![0]!["name"] = "token";
                break;
            case "label":
                pod["metadata"]!["labels"]!.AsObject().Remove("azure.workload.identity/use");
                break;
            case "no-id":
                Body(answers, "/api/v1/namespaces/keda/serviceaccounts")["items"]![0]!["metadata"]!.AsObject().Remove("annotations");
                Body(answers, ApiPath.TriggerAuthentications("shop"))["items"]![0]!["spec"]!["podIdentity"]!.AsObject().Remove("identityId");
                break;
        }
    }

    private static JsonNode Body(JsonNode answers, string path) => answers.Objects("answers").Single(answer => answer.Text("path") == path)["body"]!;

    private static LinkVerdict Judge(JsonNode json)
    {
        var answers = new AnswerSet();
        foreach (var answer in json.Objects("answers").Where(answer => !answer.Text("path")!.Contains("s0-prometheus", StringComparison.Ordinal)))
        {
            answers.Add(new ClusterAnswer(answer.Text("path")!, (int)answer.Number("status")!, "application/json", 1, answer["body"]));
        }

        return DoctorReport.Of(answers, "shop", null, "a test", "a test", null, [])!.Worst.Links.Single(link => link.Id == "identity").Verdict;
    }
}
