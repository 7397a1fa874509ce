using System.Globalization;
using System.Text.RegularExpressions;
using KedaStack.Infra.Settings.Parsing.Values;
using KedaStack.Reports.Tune;
using KedaStack.Tests.Checks.Files;

namespace KedaStack.Tests.Reports.Tune;

public sealed class FilePatchTests
{
    private static readonly SettingChange[] _changes =
    [
        Scalar("minReplicaCount", "1", "3"),
        Scalar("threshold", "10", "12.5"),
        Scalar("window", "2m", "1m"),
        Scalar("pollingInterval", "30", "15"),
        Scalar("scaleDownStabilizationWindowSeconds", "", "60"),
        new SettingChange("scaleDownPolicies", List(), List("2 Pods/15s", "50 Percent/1m")),
    ];

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Patch_Applied_IsTheChangedFile(string newLine)
    {
        var yaml = App.Yaml.Replace("\n", newLine, StringComparison.Ordinal);
        var origin = CheckedFiles.Graph(yaml).Resources[^1].Origin!;

        var (patch, byHand) = FilePatch.Of(yaml, origin, _changes, trigger: 0);

        var expected = App.Yaml
            .Replace("minReplicaCount: 1", "minReplicaCount: 3", StringComparison.Ordinal)
            .Replace("threshold: \"10\"", "threshold: \"12.5\"", StringComparison.Ordinal)
            .Replace("[2m]", "[1m]", StringComparison.Ordinal)
            .Replace("  scaleTargetRef:", "  pollingInterval: 15\n  scaleTargetRef:", StringComparison.Ordinal)
            .Replace(
                "  triggers:\n",
                "  advanced:\n    horizontalPodAutoscalerConfig:\n      behavior:\n        scaleDown:\n          stabilizationWindowSeconds: 60\n          policies:\n"
                    + "          - {type: Pods, value: 2, periodSeconds: 15}\n          - {type: Percent, value: 50, periodSeconds: 60}\n  triggers:\n",
                StringComparison.Ordinal);
        Assert.Empty(byHand);
        Assert.Equal(expected, Applied(yaml, patch).Replace("\r", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Patch_OfALastLineWithoutLineBreak_SaysSo()
    {
        const string Yaml = "apiVersion: keda.sh/v1alpha1\nkind: ScaledObject\nmetadata:\n  name: web\nspec:\n  minReplicaCount: 1";
        var origin = CheckedFiles.Graph(Yaml).Resources[^1].Origin!;

        var (patch, _) = FilePatch.Of(Yaml, origin, [_changes[0]], trigger: 0);

        Assert.EndsWith(
            "-  minReplicaCount: 1\n\\ No newline at end of file\n+  minReplicaCount: 3\n\\ No newline at end of file\n", patch, StringComparison.Ordinal);
    }

    [Fact]
    public void Patch_OfWhatIsInOneLine_IsByHand()
    {
        const string Yaml = "apiVersion: keda.sh/v1alpha1\nkind: ScaledObject\nmetadata: {name: web}\nspec: {scaleTargetRef: {name: web}, minReplicaCount: 1, triggers: [{type: prometheus, metadata: {threshold: \"10\"}}]}\n";
        var origin = CheckedFiles.Graph(Yaml).Resources[^1].Origin!;

        var (patch, byHand) = FilePatch.Of(Yaml, origin, [_changes[0], _changes[1]], trigger: 0);

        Assert.Empty(patch);
        Assert.Equal(["spec.minReplicaCount: 3", "spec.triggers[0].metadata.threshold: \"12.5\""], byHand);
    }

    [Theory]
    [InlineData(
        "  fallback:\n    failureThreshold: 3\n    replicas: 4\n",
        "  fallback:\n    behavior: static\n    failureThreshold: 3\n    replicas: 6\n")]
    [InlineData("", "  fallback:\n    replicas: 6\n    behavior: static\n")]
    [InlineData("  fallback: {failureThreshold: 3, replicas: 4}\n", null)]
    public void Patch_OfAFallback_ChangesWhatIsThere(string given, string? expected) =>
        Changes(given, expected, ["spec.fallback.replicas: 6", "spec.fallback.behavior: static"], Scalar("fallbackReplicas", "4", "6"), Scalar("fallbackBehavior", "", "static"));

    [Theory]
    [InlineData(
        "  advanced:\n    horizontalPodAutoscalerConfig:\n      name: web\n",
        "  advanced:\n    horizontalPodAutoscalerConfig:\n      behavior:\n        scaleDown:\n          stabilizationWindowSeconds: 60\n          policies:\n          - {type: Pods, value: 2, periodSeconds: 15}\n        scaleUp:\n          selectPolicy: Min\n      name: web\n")]
    [InlineData(
        "  advanced:\n    horizontalPodAutoscalerConfig:\n      behavior:\n        scaleDown:\n          stabilizationWindowSeconds: 300 # long\n          policies:\n            - type: Percent\n              value: 100\n              periodSeconds: 15\n            - type: Pods\n              value: 4\n              periodSeconds: 15\n",
        "  advanced:\n    horizontalPodAutoscalerConfig:\n      behavior:\n        scaleUp:\n          selectPolicy: Min\n        scaleDown:\n          stabilizationWindowSeconds: 60 # long\n          policies:\n            - {type: Pods, value: 2, periodSeconds: 15}\n")]
    [InlineData("  advanced: {horizontalPodAutoscalerConfig: {name: web}}\n", null)]
    public void Patch_OfABehavior_ChangesWhatIsThere(string given, string? expected) => Changes(
        given, expected,
        [
            "spec.advanced.horizontalPodAutoscalerConfig.behavior.scaleDown.stabilizationWindowSeconds: 60",
            "spec.advanced.horizontalPodAutoscalerConfig.behavior.scaleDown.policies: 2 Pods/15s",
            "spec.advanced.horizontalPodAutoscalerConfig.behavior.scaleUp.selectPolicy: Min",
        ],
        Scalar("scaleDownStabilizationWindowSeconds", "300", "60"), new SettingChange("scaleDownPolicies", List(), List("2 Pods/15s")), Scalar("scaleUpSelectPolicy", "", "Min"));

    private static void Changes(string given, string? expected, string[] byHandWithout, params SettingChange[] changes)
    {
        var yaml = App.With("  triggers:\n", $"{given}  triggers:\n");

        var (patch, byHand) = FilePatch.Of(yaml, CheckedFiles.Graph(yaml).Resources[^1].Origin!, changes, trigger: 0);

        Assert.Equal(expected is null ? byHandWithout : [], byHand);
        Assert.Equal(expected is null ? yaml : App.With("  triggers:\n", $"{expected}  triggers:\n"), patch.Length == 0 ? yaml : Applied(yaml, patch));
    }

    /// <summary>The text with the hunks of a unified diff applied, each of which has to fit.</summary>
    private static string Applied(string text, string patch)
    {
        var (lines, result, at) = (text.Split('\n'), new List<string>(), 0);
        foreach (var line in patch.Split('\n').Skip(2))
        {
            if (Regex.Match(line, "^@@ -(?<from>[0-9]+),") is { Success: true } hunk)
            {
                var from = int.Parse(hunk.Groups["from"].Value, CultureInfo.InvariantCulture) - 1;
                result.AddRange(lines[at..from]);
                at = from;
            }
            else if (line.StartsWith('+'))
            {
                result.Add(line[1..]);
            }
            else if (line.Length > 0)
            {
                Assert.Equal(lines[at], line[1..]);
                if (line[0] == ' ')
                {
                    result.Add(lines[at]);
                }

                at++;
            }
        }

        return string.Join('\n', result.Concat(lines[at..]));
    }

    private static SettingChange Scalar(string key, string before, string after) => new(key, RawValue.OfText(before), RawValue.OfText(after));

    private static RawValue List(params string[] items) => RawValue.OfItems(items);
}
