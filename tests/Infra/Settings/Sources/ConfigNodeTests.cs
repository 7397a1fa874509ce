namespace KedaStack.Tests.Infra.Settings.Sources;

public sealed class ConfigNodeTests
{
    [Theory]
    [InlineData("threshold: {a: 1}", "threshold: is not a single value (got a mapping at Pulumi.dev.yaml:2:14); write a single value")]
    [InlineData("threshold: [20]", "threshold: is not a single value (got a list at Pulumi.dev.yaml:2:14); write a single value")]
    [InlineData("tags: a=b", """tags: is not a list (got "a=b" at Pulumi.dev.yaml:2:9); write a YAML list, such as [a, b], or [] for none""")]
    [InlineData("tags:", """tags: is not a list (got "" at Pulumi.dev.yaml:2:8); write a YAML list, such as [a, b], or [] for none""")]
    [InlineData("tags: {a: b}", "tags: is not a list (got a mapping at Pulumi.dev.yaml:2:9); write a YAML list, such as [a, b], or [] for none")]
    [InlineData("tags: [[a=b]]", "tags: has an item that is not a text (got a list at Pulumi.dev.yaml:2:10); write a list of texts")]
    [InlineData("tags: [{a: b}]", "tags: has an item that is not a text (got a mapping at Pulumi.dev.yaml:2:10); write a list of texts")]
    [InlineData("zones: [1, ~]", "zones: has an item that is not a text (got nothing at Pulumi.dev.yaml:2:14); write a list of texts")]
    [InlineData("threshold: {secure: AAAB}", "threshold: is encrypted, which cannot be read offline (got a secret at Pulumi.dev.yaml:2:14); give the value with --config threshold=..., or set it without --secret, since no setting is secret")]
    [InlineData("thresold: {secure: AAAB}", "thresold: is not a setting (got an unusable value); did you mean threshold?")]
    [InlineData("thresold: [1, 2]", """thresold: is not a setting (got ["1", "2"]); did you mean threshold?""")]
    public void Load_WrongKindOfValue_IsReported(string line, string expected)
    {
        using var directory = new ProjectDirectory().Dev($"config:\n  {line}\n");
        Assert.Equal([expected], directory.Problems());
    }

    [Fact]
    public void Load_UnusableValueReplacedOnTheCommandLine_IsNoProblem()
    {
        using var directory = new ProjectDirectory().Dev("config:\n  threshold: {secure: AAAB}\n");
        Assert.Equal(20m, directory.Load("threshold=20").Result.Settings!.Scaling.Threshold);
    }

    [Fact]
    public void Load_KeyWithAndWithoutNamespace_IsReported()
    {
        using var directory = new ProjectDirectory().Dev("config:\n  threshold: 20\n  kedastack:threshold: 30\n");
        Assert.Equal(
            ["threshold: is given with and without namespace (got the second at Pulumi.dev.yaml:3:24); keep one of them"],
            directory.Problems());
    }

    [Theory]
    [InlineData("clusterLabel: yes", "yes")]
    [InlineData("clusterLabel: \"010\"", "010")]
    [InlineData("clusterLabel: '1.10'", "1.10")]
    [InlineData("clusterLabel: !!str 1.10", "1.10")]
    [InlineData("clusterLabel: 1.1", "1.1")]
    [InlineData("clusterLabel: 2.20.2", "2.20.2")]
    [InlineData("clusterLabel: -7", "-7")]
    [InlineData("clusterLabel: 'say \"hi\" \\ bye'", "say \"hi\" \\ bye")]
    public void Load_Scalars_ReachTheParserAsTheTextWritten(string line, string expected)
    {
        using var directory = new ProjectDirectory().Dev($"config:\n  {line}\n");
        Assert.Equal(expected, directory.Load().Result.Settings!.Monitoring.ClusterLabel);
    }

    // Pulumi itself makes these 1.3, 8, 1e+06, 16, 1000 and a time (see PlainScalar).
    [Theory]
    [InlineData("1.30")]
    [InlineData("010")]
    [InlineData("1000000.5")]
    [InlineData("0x10")]
    [InlineData("1_000")]
    [InlineData("2026-01-02")]
    [InlineData("+5")]
    [InlineData(".5")]
    public void Load_UnquotedScalarThatPulumiRewrites_IsReported(string scalar)
    {
        using var directory = new ProjectDirectory().Dev($"config:\n  clusterLabel: {scalar}\n");
        Assert.Equal(
            [$"clusterLabel: is an unquoted number or date that Pulumi may spell in another way (got {scalar} at Pulumi.dev.yaml:2:17); write \"{scalar}\", in quotes"],
            directory.Problems());
    }
}
