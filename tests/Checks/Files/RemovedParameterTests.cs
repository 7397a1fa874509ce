using KedaStack.Resources.Graph;
using KedaStack.Scaling.Keda.Semantics;
using KedaStack.Scaling.Keda.Triggers;

namespace KedaStack.Tests.Checks.Files;

/// <summary>Parameters that a version of KEDA took away.</summary>
public sealed class RemovedParameterTests
{
    private const string Id = "keda-removed-field";

    /// <summary>A row for each parameter and each type that had it.</summary>
    public static TheoryData<string, string> Parameters
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var (type, key) in RemovedParameter.All.SelectMany(one => one.Types.Select(type => (type, one.Key))))
            {
                rows.Add(type, key ?? "");
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Parameters))]
    public void Parameter_IsFoundFromItsVersionOn_InJobsToo(string type, string key)
    {
        var removed = RemovedParameter.All.Single(one => one.Types.Contains(type) && (one.Key ?? "") == key);
        var before = new KedaVersion(2, removed.Since.Minor - 1, 9);

        Assert.DoesNotContain(Found("ScaledJob", type, key, before), one => one.StartsWith(Id, StringComparison.Ordinal));
        Assert.DoesNotContain(Found("ScaledObject", type, key, before), one => one.StartsWith(Id, StringComparison.Ordinal));
        Assert.Contains(Found("ScaledJob", type, key, removed.Since), one => one.StartsWith($"{Id} shop/web spec.triggers[0].", StringComparison.Ordinal) && one.Contains(removed.Instead, StringComparison.Ordinal));
        // Where the cluster's own words are known, they are said instead.
        Assert.Contains(Found("ScaledObject", type, key, removed.Since), one => one.StartsWith(Id, StringComparison.Ordinal) || one.StartsWith("trigger-refused", StringComparison.Ordinal));
    }

    [Fact]
    public void Secret_IsNotShown() => Assert.All(
        RemovedParameter.All.Where(one => one.IsSecret),
        one => Assert.DoesNotContain(Found("ScaledJob", one.Types[0], one.Key!, one.Since), finding => finding.Contains("planted", StringComparison.Ordinal)));

    private static List<string> Found(string kind, string type, string key, KedaVersion keda)
    {
        var (what, target) = kind == "ScaledJob" ? ("jobTargetRef", "{template: {spec: {restartPolicy: Never, containers: [{name: web, image: registry.example/web:1}]}}}") : ("scaleTargetRef", "{name: web}");
        var yaml = $$"""
            apiVersion: keda.sh/v1alpha1
            kind: {{kind}}
            metadata: {name: web, namespace: shop}
            spec:
              {{what}}: {{target}}
              triggers:
              - type: {{type}}
                metadata: {value: "5"{{(key.Length == 0 ? "" : $", {key}: planted")}}}
            """;
        return [.. CheckedFiles.Report(yaml, new FileFacts(IsComplete: false, keda, 36)).Findings.Select(CheckedFiles.Shown)];
    }
}
