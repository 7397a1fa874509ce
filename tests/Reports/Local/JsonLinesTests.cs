using System.Text.Json.Nodes;
using KedaStack.Reports.Local;
using KedaStack.Reports.Simulate;

namespace KedaStack.Tests.Reports.Local;

/// <summary>A run as lines of JSON.</summary>
public sealed class JsonLinesTests
{
    [Fact]
    public void Decision_Written_HasTheFieldsAndWordsOfASimulation()
    {
        var run = new ScriptedRun();
        run.PlayTo(run.FirstDecision);
        using var output = new StringWriter();

        new JsonLines(output).Decision(run.Decisions[0]);

        var line = JsonNode.Parse(output.ToString())!.AsObject();
        Assert.Equal("decision", (string?)line["line"]);
        Assert.Matches("^[a-z]", (string?)line["rule"]);
        line.Remove("line");
        Assert.Equal(SimulationJson.Decision(run.Decisions[0].Decision).ToJsonString(), line.ToJsonString());
    }
}
