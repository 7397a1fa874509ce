using KedaStack.Reports.Tune;

namespace KedaStack.Tests.Reports.Tune;

public sealed class PulumiCommandsTests
{
    [Theory]
    [InlineData("", "threshold=12.5;maxReplicaCount=20", "pulumi config set --stack dev threshold 12.5", "pulumi config set --stack dev maxReplicaCount 20")]
    [InlineData("", "scaleUpPolicies=4 Pods/15s,100 Percent/15s", "pulumi config set --stack dev --path 'scaleUpPolicies[0]' '4 Pods/15s'", "pulumi config set --stack dev --path 'scaleUpPolicies[1]' '100 Percent/15s'")]
    [InlineData("scaleUpPolicies=4 Pods/15s,100 Percent/15s", "scaleUpPolicies=2 Pods/1m", "pulumi config rm --stack dev scaleUpPolicies", "pulumi config set --stack dev --path 'scaleUpPolicies[0]' '2 Pods/1m'")]
    [InlineData("scaleUpPolicies=2 Pods/1m", "", "pulumi config rm --stack dev scaleUpPolicies")]
    [InlineData("scaleUpPolicies=2 Pods/1m", "scaleUpPolicies=4 Pods/1m", "pulumi config set --stack dev --path 'scaleUpPolicies[0]' '4 Pods/1m'")]
    public void For_Changes_SetsEach(string before, string after, params string[] commands) =>
        Assert.Equal(commands, PulumiCommands.For("dev", TunedChange.Between(before, after)));
}
