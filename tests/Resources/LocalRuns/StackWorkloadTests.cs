using KedaStack.Infra.Settings.Sources;
using KedaStack.Infra.Workload;
using KedaStack.Local.Processes;
using KedaStack.Resources.LocalRuns;
using KedaStack.Resources.Preview;
using KedaStack.Tests.Checks;
using KedaStack.Tests.Shared;
using WorkloadScript = KedaStack.Infra.Workload.Script;

namespace KedaStack.Tests.Resources.LocalRuns;

public sealed class StackWorkloadTests
{
    [Fact]
    public void App_DefaultStack_IsThatOfTheDeployment()
    {
        var app = Read().App;

        Assert.Equal((WorkloadScript.SampleApp.FileName, WorkloadScript.SampleApp.Text), (app.ScriptName, app.Script));
        Assert.Equal(("sample-app", "keda-demo", "http"), (app.Name, app.Namespace, app.PortName));
        Assert.Equal("0", app.Environment["WORK_MILLISECONDS"]);
        Assert.Equal((TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30)), (app.PreStopDelay, app.TerminationGracePeriod));
        Assert.Equal(("/healthz", TimeSpan.FromSeconds(1), 30), (app.Startup!.Path, app.Startup.Period, app.Startup.FailureThreshold));
        Assert.Equal((TimeSpan.FromSeconds(5), 2), (app.Readiness!.Period, app.Readiness.FailureThreshold));
        Assert.Equal((TimeSpan.FromSeconds(10), 3, TimeSpan.FromSeconds(1)), (app.Liveness!.Period, app.Liveness.FailureThreshold, app.Liveness.Timeout));
    }

    [Fact]
    public void Workload_OtherSettings_FollowsThem()
    {
        var workload = Read("workMilliseconds=25", "loadGeneratorRate=12.5", "workloadNamespace=shop", "clusterLabel=blue", "window=3m");

        Assert.Equal("25", workload.App.Environment["WORK_MILLISECONDS"]);
        Assert.Equal((12.5m, WorkloadScript.LoadGenerator.Text), (workload.Generator.Rate, workload.Generator.Script));
        Assert.Equal(
            """sum(rate(http_requests_total{cluster="blue",namespace="shop",job="sample-app"}[3m]))""", workload.Query.ToString());
    }

    [Fact]
    public void App_HookThatIsNoSleep_IsRefused()
    {
        var stack = PreviewedStacks.Preview();
        var container = stack.Resources.Single(resource => resource is { Type: "kubernetes:apps/v1:Deployment", Name: SampleApp.AppName })
            .Inputs["spec"]!["template"]!["spec"]!["containers"]![0]!;
        container["lifecycle"]!["preStop"] = new System.Text.Json.Nodes.JsonObject { ["exec"] = new System.Text.Json.Nodes.JsonObject() };

        var exception = Assert.Throws<LocalRunException>(() => StackWorkload.Of(stack, Settings().Result.Settings!));

        Assert.StartsWith("sample-app: its Deployment has a preStop hook that is no sleep", exception.Message, StringComparison.Ordinal);
    }

    private static StackWorkload Read(params string[] overrides)
    {
        var configuration = Settings(overrides);
        var preview = Task.Run(() => StackPreviewer.RunAsync(PreviewRequest.Of(configuration))).GetAwaiter().GetResult();
        return StackWorkload.Of(preview, configuration.Result.Settings!);
    }

    private static StackConfiguration Settings(params string[] overrides) =>
        StackConfiguration.Load(RepositoryRoot.Path, "dev", overrides);
}
