using KedaStack.Cli.Shell;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Cli.Explain;

public sealed class ExplainBadInputTests
{
    private const string Hpa = "hpa-scaling-up.yaml";
    private const string Scaled = "scaledobject-full.yaml";
    private const string RecordHpa = "record an HPA: kubectl get hpa.v2.autoscaling <name> -o yaml";
    private const string RecordScaled = "record a ScaledObject: kubectl get scaledobject <name> -o yaml";
    private const string Answer = "write a number such as 45 or 0.5, or NaN, Inf, -Inf or empty";

    [Theory]
    [InlineData("--value: is missing (got nothing); " + Answer + ", which the query answers; or explain a recorded HPA (--hpa), or ask Prometheus (--live)")]
    [InlineData("--value: is not a query answer (got \"abc\"); " + Answer, "--value", "abc")]
    [InlineData("--value: is not a query answer (got \"45m\"); " + Answer, "--value", "45m")]
    [InlineData("--value: is not a query answer (got \"4,5\"); " + Answer, "--value", "4,5")]
    [InlineData("--value: is too large for a number (got \"1e999\"); " + Answer, "--value", "1e999")]
    [InlineData("--current: is not a number of replicas (got \"-1\"); write a whole number from 0", "--value", "45", "--current", "-1")]
    [InlineData("--current: is not a number of replicas (got \"two\"); write a whole number from 0", "--value", "45", "--current", "two")]
    [InlineData("minReplicaCount: is not an integer (got \"x\")", "--value", "45", "--config", "minReplicaCount=x")]
    public Task Option_Wrong_IsSaid(string message, params string[] options) => RefusesAsync(message, options);

    [Theory]
    [InlineData("--value", "45", "\"45\"")]
    [InlineData("--current", "3", "\"3\"")]
    [InlineData("--config", "threshold=20", "\"threshold=20\"")]
    public Task Option_WithARecordedHpa_DoesNotGo(string option, string value, string got) => RefusesAsync(
        $"{option}: does not go with --hpa, whose file holds it (got {got}); leave out {option} or --hpa",
        "--hpa", ExampleFile.Path(Hpa), option, value);

    [Fact]
    public Task Option_StackWithAScaledObject_DoesNotGo() => RefusesAsync(
        "--stack: does not go with --scaled-object, whose file holds it (got \"prod\"); leave out --stack or --scaled-object",
        "--scaled-object", ExampleFile.Path(Scaled), "--value", "45", "--stack", "prod");

    [Theory]
    [InlineData("{file}: is empty (got no YAML); " + RecordHpa, "")]
    [InlineData("{file}:2:1: is not YAML (got ", "a: [")]
    [InlineData("{file}: is not a Kubernetes object (got a text); " + RecordHpa, "NAME  REFERENCE  TARGETS")]
    [InlineData("{file}: is not a Kubernetes object (got a list); " + RecordHpa, "- 1")]
    [InlineData("{file}: kind: is missing (got nothing); " + RecordHpa, "a: 1")]
    [InlineData("{file}: kind: is not HorizontalPodAutoscaler (got \"Pod\"); check it with kedastack check, or " + RecordHpa, "kind: Pod")]
    [InlineData("{file}: apiVersion: is not autoscaling/v2 (got \"autoscaling/v3\"); " + RecordHpa, "kind: HorizontalPodAutoscaler\napiVersion: autoscaling/v3")]
    [InlineData("{file}: holds no HorizontalPodAutoscaler (got an empty list); " + RecordHpa, "kind: List\nitems: []")]
    [InlineData("{file}: holds no HorizontalPodAutoscaler (got an object without a kind); " + RecordHpa, "a: 1\n---\nb: 2\n")]
    [InlineData("{file}: holds no HorizontalPodAutoscaler (got Pod, an object without a kind); check it with kedastack check, or " + RecordHpa, "kind: Pod\n---\nb: 2\n---\nkind: Pod\n")]
    [InlineData(
        "{file}: holds more than one HorizontalPodAutoscaler (got web/a, b); choose one with --name [namespace/]name",
        "kind: List\nitems: [{kind: HorizontalPodAutoscaler, metadata: {name: a, namespace: web}}, {kind: HorizontalPodAutoscaler, metadata: {name: b}}]")]
    [InlineData("{file} (document 2): apiVersion: is not autoscaling/v2 (got \"autoscaling/v3\"); " + RecordHpa, "kind: Pod\n---\nkind: HorizontalPodAutoscaler\napiVersion: autoscaling/v3")]
    public async Task HpaFile_NoHpa_IsSaid(string message, string text)
    {
        using var directory = new TemporaryDirectory();
        var file = directory.Combine("hpa.yaml");
        await File.WriteAllTextAsync(file, text);

        await RefusesAsync(message.Replace("{file}", file, StringComparison.Ordinal), "--hpa", file);
    }

    [Theory]
    [InlineData("spec.maxReplicas: is missing (got nothing); write the maximum replica count", "  maxReplicas: 10\n", "")]
    [InlineData("spec.maxReplicas: is not a whole number (got \"ten\"); write a whole number", "maxReplicas: 10", "maxReplicas: ten")]
    [InlineData("spec.metrics[0].type: is unknown (got \"Else\"); write External, Resource, ContainerResource, Pods, Object", "    type: External\n  minReplicas", "    type: Else\n  minReplicas")]
    [InlineData("spec.metrics[0].resource.name: is missing (got nothing); write the metric's name", "    type: External\n  minReplicas", "    type: Resource\n  minReplicas")]
    [InlineData("spec.metrics[0].external.target.averageValue: is not a quantity (got \"10x\"); write one such as 10 or 500m", "averageValue: \"10\"", "averageValue: 10x")]
    [InlineData("spec.metrics[0].external.target.averageValue: is missing (got nothing); write the target, such as 10", "        averageValue: \"10\"\n", "")]
    [InlineData("spec.metrics[0].external.target.type: is unknown (got \"Percent\"); write AverageValue or Value", "type: AverageValue", "type: Percent")]
    [InlineData("status.currentMetrics[0].external.current.averageValue: is not a quantity (got \"much\"); write one such as 10 or 500m", "averageValue: \"45\"", "averageValue: much")]
    [InlineData("status.currentReplicas: is not a whole number from 0 (got \"-1\"); write a whole number from 0", "currentReplicas: 1", "currentReplicas: -1")]
    [InlineData("status.desiredReplicas: is missing (got nothing); record the HPA after its first sync", "  desiredReplicas: 4\n", "")]
    [InlineData("status: is missing (got nothing); record the HPA of a cluster", "\nstatus:", "\nstate:")]
    [InlineData("is no HPA that the API server takes (got spec.maxReplicas: Invalid value: 0: must be greater than 0); correct the field", "maxReplicas: 10", "maxReplicas: 0")]
    public Task HpaFile_FieldWrong_IsSaid(string message, string right, string wrong) =>
        ChangedFileIsRefusedAsync(Hpa, message, right, wrong, "--hpa");

    [Theory]
    [InlineData("kind: is that of a ScaledJob, which starts Jobs: it has no replicas and no HPA to explain, simulate or tune (got \"ScaledJob\"); check it with kedastack check, or name a ScaledObject", "kind: ScaledObject", "kind: ScaledJob")]
    [InlineData("apiVersion: is the group of KEDA 1, which KEDA 2 does not know (got \"keda.k8s.io/v1alpha1\"); write keda.sh/v1alpha1, with scaleTargetRef.name instead of deploymentName", "keda.sh/v1alpha1", "keda.k8s.io/v1alpha1")]
    [InlineData("kind: is not ScaledObject (got \"HorizontalPodAutoscaler\"); explain it with --hpa, make a ScaledObject of it with kedastack migrate, or record a ScaledObject", "kind: ScaledObject", "kind: HorizontalPodAutoscaler")]
    [InlineData(": is not YAML (got the key name for the second time in one mapping); correct the line, or record the file again: ", "metadata:\n", "metadata:\n  name: twice\n")]
    [InlineData("apiVersion: is not keda.sh/v1alpha1 (got \"keda.sh/v1\"); " + RecordScaled, "keda.sh/v1alpha1", "keda.sh/v1")]
    [InlineData("spec.triggers[0]: is refused by KEDA (got missing required parameter \"value\" in [triggerMetadata])", "type: prometheus", "type: cpu")]
    [InlineData("spec.triggers[0]: is refused by KEDA (got missing required parameter \"serverAddress\" in [triggerMetadata])", "  triggers:\n", "  triggers:\n  - type: prometheus\n")]
    [InlineData("spec.triggers: is missing (got nothing); write the triggers, such as one of type prometheus", "triggers:", "trigger:")]
    [InlineData("spec.trigger: is no field here (got a list); did you mean triggers?", "triggers:", "trigger:")]
    [InlineData("spec.fallback.value: is no field here (got \"6\"); leave it out; there are failureThreshold, replicas, behavior", "    replicas: 6", "    value: 6")]
    [InlineData("spec.maxReplicaCount: is a text, and the API server takes a number only (got \"20\"); write it without quotes: 20", "maxReplicaCount: 20", "maxReplicaCount: \"20\"")]
    [InlineData("spec.triggers[0].metadata.threshold: is a number, and the API server takes texts only (got 10); write it in quotes: \"10\"", "threshold: \"10\"", "threshold: 10")]
    [InlineData("spec.triggers[0].metadata.ignoreNullValues: is a boolean, and the API server takes texts only (got false); write it in quotes: \"false\"", "\"false\"", "false")]
    [InlineData("spec.triggers[0]: is refused by KEDA (got unable to set param \"threshold\" value \"ten\": unable to unmarshal", "threshold: \"10\"", "threshold: ten")]
    [InlineData("spec.triggers[0]: is refused by KEDA (got missing required parameter \"query\" in [triggerMetadata]); correct it", "      query:", "      question:")]
    [InlineData("spec.pollingInterval: is not a whole number from 1 (got \"0\"); write a whole number from 1", "pollingInterval: 15", "pollingInterval: 0")]
    [InlineData("spec.fallback.behavior: is unknown (got \"higher\"); write static, currentReplicas,", "currentReplicasIfHigher", "higher")]
    [InlineData("spec.fallback.replicas: is missing (got nothing); write a number of replicas", "    replicas: 6\n", "")]
    [InlineData("scaleUp.policies[0].type: is unknown (got \"Pod\"); write Pods or Percent", "type: Pods", "type: Pod")]
    [InlineData("is refused by KEDA or the API server (got MinReplicaCount=2 must be less than MaxReplicaCount=1); correct the field", "maxReplicaCount: 20", "maxReplicaCount: 1")]
    [InlineData("spec.advanced.scalingModifiers: is refused (got error validating formula in ScalingModifiers", "  advanced:\n", "  advanced:\n    scalingModifiers: {formula: a+b}\n")]
    public Task ScaledObjectFile_Wrong_IsSaid(string message, string right, string wrong) =>
        ChangedFileIsRefusedAsync(Scaled, message, right, wrong, "--value", "45", "--scaled-object");

    [Fact]
    public Task ScaledObjectFile_NotThere_IsSaid() => RefusesAsync(
        "/nowhere/so.yaml: is not there (got no file); record one: kubectl get scaledobject <name> -o yaml > scaledobject.yaml",
        "--value", "45", "--scaled-object", "/nowhere/so.yaml");

    [Fact]
    public Task HpaFile_ScaledObject_NamesTheOptionForIt() => RefusesAsync(
        "kind: is not HorizontalPodAutoscaler (got \"ScaledObject\"); explain it with --scaled-object, or " + RecordHpa,
        "--hpa", ExampleFile.Path(Scaled));

    [Fact]
    public Task HpaFile_DirectoryWithoutOne_IsEmpty() => RefusesAsync(
        "is empty (got no YAML)", "--hpa", RepositoryRoot.PathOf("docs/images"));

    [Fact]
    public async Task HpaFile_SeveralFieldsWrong_SaysAllAtOnce()
    {
        using var directory = new TemporaryDirectory();
        var file = directory.Combine("hpa.yaml");
        await File.WriteAllTextAsync(file, "apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nspec: 1\n");

        var run = await CommandRun.OfAsync("explain", "--hpa", file);

        Assert.Equal(
            ["spec: is not a mapping", "spec.maxReplicas: is missing", "status: is missing"],
            run.Error.TrimEnd().Split('\n').Select(line => line[(file.Length + 2)..line.IndexOf(" (", StringComparison.Ordinal)]));
    }

    private static async Task ChangedFileIsRefusedAsync(string example, string message, string right, string wrong, params string[] options)
    {
        using var directory = new TemporaryDirectory();
        var file = directory.Combine(example);
        var text = ExampleFile.Read(example);
        Assert.Contains(right, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, text.Replace(right, wrong, StringComparison.Ordinal));

        await RefusesAsync(message, [.. options, file]);
    }

    private static async Task RefusesAsync(string message, params string[] options)
    {
        var run = await CommandRun.OfAsync(["explain", .. options]);

        Assert.Equal((ExitCodes.Failure, ""), (run.ExitCode, run.Output));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }
}
