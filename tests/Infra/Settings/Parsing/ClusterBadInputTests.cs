namespace KedaStack.Tests.Infra.Settings.Parsing;

public sealed class ClusterBadInputTests
{
    [Theory]
    [InlineData("access", "enrta", """access: is an unknown word (got "enrta"); did you mean entra? Allowed is localAccounts or entra""")]
    [InlineData("access", "Entra", """access: is an unknown word (got "Entra"); did you mean entra? Allowed is localAccounts or entra""")]
    [InlineData("access", "password", """access: is an unknown word (got "password"); write localAccounts or entra""")]
    [InlineData("access", "", """access: is an unknown word (got ""); write localAccounts or entra""")]
    [InlineData("kubelogin", "devicecode", """kubelogin: is an unknown word (got "devicecode"); write azurecli or workloadidentity""")]
    [InlineData("tier", "free", """tier: is an unknown word (got "free"); did you mean Free? Allowed is Free, Standard or Premium""")]
    public void Rejects_UnknownWord(string key, string text, string expected) => Assert.Equal([expected], Given.Problems((key, text)));

    [Theory]
    [InlineData("v1.35", """kubernetesVersion: is not a Kubernetes version (got "v1.35"); write 1.35""")]
    [InlineData("1.35.x", """kubernetesVersion: is not a Kubernetes version (got "1.35.x"); write 1.N or 1.N.P, such as 1.35 or 1.35.2""")]
    [InlineData("2", """kubernetesVersion: is not a Kubernetes version (got "2"); write 1.N or 1.N.P, such as 1.35 or 1.35.2""")]
    [InlineData("latest", """kubernetesVersion: is not a Kubernetes version (got "latest"); write 1.N or 1.N.P, such as 1.35 or 1.35.2""")]
    public void Rejects_KubernetesVersion(string text, string expected) =>
        Assert.Equal([expected], Given.Problems(("kubernetesVersion", text)));

    [Theory]
    [InlineData("D2s_v5", """nodeVmSize: is not a VM size (got "D2s_v5"); write Standard_D2s_v5""")]
    [InlineData("Standard D2s v5", """nodeVmSize: is not a VM size (got "Standard D2s v5"); write it as Azure does, such as Standard_D2s_v5""")]
    [InlineData("", """nodeVmSize: is not a VM size (got ""); write it as Azure does, such as Standard_D2s_v5""")]
    public void Rejects_NodeVmSize(string text, string expected) => Assert.Equal([expected], Given.Problems(("nodeVmSize", text)));

    [Theory]
    [InlineData("nodeCountMin", "0", """nodeCountMin: is below 1 (got "0"); write a whole number from 1 to 1000""")]
    [InlineData("nodeCountMax", "1001", """nodeCountMax: is above 1000 (got "1001"); write a whole number from 1 to 1000""")]
    [InlineData("nodeCountMin", "two", """nodeCountMin: is not an integer (got "two"); write a whole number from 1 to 1000""")]
    [InlineData("nodeCountMin", "2.5", """nodeCountMin: is not an integer (got "2.5"); write a whole number from 1 to 1000""")]
    [InlineData("nodeCountMin", " 2", """nodeCountMin: is not an integer (got " 2"); write a whole number from 1 to 1000""")]
    [InlineData("nodeCountMin", "", """nodeCountMin: is not an integer (got ""); write a whole number from 1 to 1000""")]
    [InlineData("nodeCountMax", "99999999999999999999", """nodeCountMax: is above 1000 (got "99999999999999999999"); write a whole number from 1 to 1000""")]
    [InlineData("nodeCountMin", "5", """nodeCountMin: is above nodeCountMax (got "5" with nodeCountMax "4"); write at most 4 or raise nodeCountMax""")]
    public void Rejects_NodeCount(string key, string text, string expected) => Assert.Equal([expected], Given.Problems((key, text)));

    [Theory]
    [InlineData("4", """zones: has an unknown zone (got "4"); write 1, 2 or 3""")]
    [InlineData("eastus-1", """zones: has an unknown zone (got "eastus-1"); write 1, 2 or 3""")]
    [InlineData("1,,2", """zones: has an unknown zone (got ""); write 1, 2 or 3""")]
    [InlineData("1,2,1", """zones: has the same zone twice (got "1"); keep one of them""")]
    public void Rejects_Zones(string text, string expected) => Assert.Equal([expected], Given.Problems(("zones", text)));
}
