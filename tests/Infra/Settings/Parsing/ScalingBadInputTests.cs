namespace KedaStack.Tests.Infra.Settings.Parsing;

public sealed class ScalingBadInputTests
{
    [Theory]
    [InlineData("ten", """threshold: is not a number (got "ten"); write a decimal number above 0, such as 10 or 2.5""")]
    [InlineData("", """threshold: is not a number (got ""); write a decimal number above 0, such as 10 or 2.5""")]
    [InlineData("2,5", """threshold: is not a number (got "2,5"); write a decimal number above 0, such as 10 or 2.5""")]
    [InlineData("1e3", """threshold: is not a number (got "1e3"); write a decimal number above 0, such as 10 or 2.5""")]
    [InlineData("NaN", """threshold: is not a number (got "NaN"); write a decimal number above 0, such as 10 or 2.5""")]
    [InlineData("0.0004", """threshold: is below a thousandth, which KEDA rounds to; the API server refuses a target of 0 (got "0.0004"); write at least 0.001""")]
    [InlineData("0", """threshold: is not above 0 (got "0"); write a decimal number above 0, such as 10 or 2.5""")]
    [InlineData("-3", """threshold: is not above 0 (got "-3"); write a decimal number above 0, such as 10 or 2.5""")]
    public void Rejects_Threshold(string text, string expected) => Assert.Equal([expected], Given.Problems(("threshold", text)));

    [Theory]
    [InlineData("-1", """activationThreshold: is negative (got "-1"); write a decimal number of at least 0, such as 0 or 2.5""")]
    [InlineData("none", """activationThreshold: is not a number (got "none"); write a decimal number of at least 0, such as 0 or 2.5""")]
    public void Rejects_ActivationThreshold(string text, string expected) =>
        Assert.Equal([expected], Given.Problems(("activationThreshold", text)));

    [Theory]
    [InlineData("minReplicaCount", "-1", """minReplicaCount: is negative (got "-1"); write a whole number of at least 0""")]
    [InlineData("minReplicaCount", "11", """minReplicaCount: is above maxReplicaCount (got "11" with maxReplicaCount "10"); write at most 10 or raise maxReplicaCount""")]
    [InlineData("maxReplicaCount", "0", """maxReplicaCount: is below 1 (got "0"); write a whole number of at least 1""")]
    [InlineData("maxReplicaCount", "4294967296", """maxReplicaCount: is above 2147483647 (got "4294967296"); write a whole number of at least 1""")]
    [InlineData("pollingInterval", "0", """pollingInterval: is below 1 (got "0"); write a whole number of at least 1""")]
    [InlineData("pollingInterval", "15s", """pollingInterval: is not an integer (got "15s"); write a whole number of at least 1""")]
    [InlineData("cooldownPeriod", "-90", """cooldownPeriod: is negative (got "-90"); write a whole number of at least 0""")]
    [InlineData("ignoreNullValues", "1", """ignoreNullValues: is not a boolean (got "1"); write true or false""")]
    public void Rejects_Counts(string key, string text, string expected) => Assert.Equal([expected], Given.Problems((key, text)));

    [Theory]
    [InlineData("window", "2 minutes", """window: is not a Prometheus duration (got "2 minutes"); write a Prometheus duration such as 15s, 2m or 1h30m""")]
    [InlineData("window", "120", """window: is not a Prometheus duration (got "120"); write a Prometheus duration such as 15s, 2m or 1h30m""")]
    [InlineData("window", "-2m", """window: is not a Prometheus duration (got "-2m"); write a Prometheus duration such as 15s, 2m or 1h30m""")]
    [InlineData("window", "1.5m", """window: is not a Prometheus duration (got "1.5m"); write a Prometheus duration such as 15s, 2m or 1h30m""")]
    [InlineData("window", "", """window: is not a Prometheus duration (got ""); write a Prometheus duration such as 15s, 2m or 1h30m""")]
    [InlineData("window", "0", """window: is zero (got "0"); write at least 1ms""")]
    [InlineData("window", "33d", """window: is longer than 32d, the most that Azure Monitor answers (got "33d"); write a shorter duration""")]
    [InlineData("window", "29s", """window: is shorter than two scrape intervals, the least that rate() needs (got "29s" with scrapeInterval "15s"); write at least 30s, better 1m""")]
    [InlineData("scrapeInterval", "fast", """scrapeInterval: is not a Prometheus duration (got "fast"); write a Prometheus duration such as 15s, 2m or 1h30m""")]
    [InlineData("scrapeInterval", "0s", """scrapeInterval: is zero (got "0s"); write at least 1s""")]
    [InlineData("scrapeInterval", "999ms", """scrapeInterval: is shorter than 1s (got "999ms"); write at least 1s""")]
    public void Rejects_Durations(string key, string text, string expected) => Assert.Equal([expected], Given.Problems((key, text)));

    [Theory]
    [InlineData("fallbackReplicas", "-1", """fallbackReplicas: is negative (got "-1"); write a whole number of at least 0""")]
    [InlineData("fallbackReplicas", "none", """fallbackReplicas: is not an integer (got "none"); write a whole number of at least 0""")]
    [InlineData("fallbackFailureThreshold", "-1", """fallbackFailureThreshold: is negative (got "-1"); write a whole number of at least 0""")]
    [InlineData("fallbackBehavior", "Static", """fallbackBehavior: is an unknown word (got "Static"); did you mean static? Allowed is static, currentReplicas, currentReplicasIfHigher or currentReplicasIfLower""")]
    public void Rejects_Fallback(string key, string text, string expected) => Assert.Equal([expected], Given.Problems((key, text)));

    [Theory]
    [InlineData("Policies", "4 pods/15s", """Policies: has an item that is not a scaling policy (got "4 pods/15s"); write <value> Pods/<period> or <value> Percent/<period>, such as 4 Pods/15s""")]
    [InlineData("Policies", "4 Pods", """Policies: has an item that is not a scaling policy (got "4 Pods"); write <value> Pods/<period> or <value> Percent/<period>, such as 4 Pods/15s""")]
    [InlineData("Policies", "-1 Pods/15s", """Policies: has an item that is not a scaling policy (got "-1 Pods/15s"); write <value> Pods/<period> or <value> Percent/<period>, such as 4 Pods/15s""")]
    [InlineData("Policies", "0 Pods/15s", """Policies: has a policy that allows no change (got "0 Pods/15s"); write a value above 0, or Disabled for the select policy""")]
    [InlineData("Policies", "4 Pods/0s", """Policies: has a period outside 1 s to 1800 s (got "4 Pods/0s"); write a period from 1s to 30m""")]
    [InlineData("Policies", "4 Pods/31m", """Policies: has a period outside 1 s to 1800 s (got "4 Pods/31m"); write a period from 1s to 30m""")]
    [InlineData("Policies", "4 Pods/1500ms", """Policies: has a period that is not in whole seconds (got "4 Pods/1500ms"); leave out the milliseconds""")]
    [InlineData("StabilizationWindowSeconds", "3601", """StabilizationWindowSeconds: is above 3600 (got "3601"); write a whole number from 0 to 3600""")]
    [InlineData("StabilizationWindowSeconds", "-1", """StabilizationWindowSeconds: is negative (got "-1"); write a whole number from 0 to 3600""")]
    [InlineData("StabilizationWindowSeconds", "1m", """StabilizationWindowSeconds: is not an integer (got "1m"); write a whole number from 0 to 3600""")]
    [InlineData("SelectPolicy", "max", """SelectPolicy: is an unknown word (got "max"); did you mean Max? Allowed is Max, Min or Disabled""")]
    public void Rejects_BehaviorUpAndDown(string key, string text, string expected)
    {
        Assert.Equal([$"scaleUp{expected}"], Given.Problems(($"scaleUp{key}", text)));
        Assert.Equal([$"scaleDown{expected}"], Given.Problems(($"scaleDown{key}", text)));
    }
}
