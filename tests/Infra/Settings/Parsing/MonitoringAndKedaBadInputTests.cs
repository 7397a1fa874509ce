namespace KedaStack.Tests.Infra.Settings.Parsing;

public sealed class MonitoringAndKedaBadInputTests
{
    [Theory]
    [InlineData("a12345678901234567890123", """grafanaName: is longer than 23 characters (got "a12345678901234567890123"); shorten it, since Azure Managed Grafana allows no more""")]
    [InlineData("1grafana", """grafanaName: is not a name for an Azure Managed Grafana (got "1grafana"); write 2 to 23 letters, digits and hyphens, a letter first and no hyphen last""")]
    [InlineData("g", """grafanaName: is not a name for an Azure Managed Grafana (got "g"); write 2 to 23 letters, digits and hyphens, a letter first and no hyphen last""")]
    [InlineData("my_grafana", """grafanaName: is not a name for an Azure Managed Grafana (got "my_grafana"); write 2 to 23 letters, digits and hyphens, a letter first and no hyphen last""")]
    public void Rejects_GrafanaName(string text, string expected) => Assert.Equal([expected], Given.Problems(("grafanaName", text)));

    [Theory]
    [InlineData("11", """grafanaMajorVersion: is below 12 (got "11"); write a whole number from 12 to 13""")]
    [InlineData("14", """grafanaMajorVersion: is above 13 (got "14"); write a whole number from 12 to 13""")]
    [InlineData("12.4", """grafanaMajorVersion: is not an integer (got "12.4"); write a whole number from 12 to 13""")]
    public void Rejects_GrafanaMajorVersion(string text, string expected) => Assert.Equal([expected], Given.Problems(("grafanaMajorVersion", text)));

    [Fact]
    public void Rejects_ClusterLabelThatIsNotOneLine()
    {
        Assert.Equal(
            ["""clusterLabel: has a control character (got "a\nb\u0007"); write the label's value on one line"""],
            Given.Problems(("clusterLabel", "a\nb\a")));
        Assert.Equal(
            [$"clusterLabel: is longer than 1023 characters (got \"{new string('a', 120)}...\"); shorten it, since Azure Monitor allows no more"],
            Given.Problems(("clusterLabel", new string('a', 1024))));
    }

    [Theory]
    [InlineData("oncall", """alertEmails: has an item that is not an e-mail address (got "oncall"); write name@domain alone, such as oncall@contoso.com""")]
    [InlineData("On Call <oncall@contoso.com>", """alertEmails: has an item that is not an e-mail address (got "On Call <oncall@contoso.com>"); write name@domain alone, such as oncall@contoso.com""")]
    [InlineData("oncall@contoso", """alertEmails: has an item that is not an e-mail address (got "oncall@contoso"); write name@domain alone, such as oncall@contoso.com""")]
    [InlineData("a..b@contoso.com", """alertEmails: has an item that is not an e-mail address (got "a..b@contoso.com"); write name@domain alone, such as oncall@contoso.com""")]
    [InlineData("a@b.com;c@d.com", """alertEmails: has an item that is not an e-mail address (got "a@b.com;c@d.com"); write name@domain alone, such as oncall@contoso.com""")]
    [InlineData("a@contoso.com,A@Contoso.com", """alertEmails: has the same address twice (got "A@Contoso.com"); keep one of them; case does not matter""")]
    [InlineData("a@contoso.com,", """alertEmails: has an item that is not an e-mail address (got ""); write name@domain alone, such as oncall@contoso.com""")]
    public void Rejects_AlertEmails(string text, string expected) => Assert.Equal([expected], Given.Problems(("alertEmails", text)));

    [Fact]
    public void Rejects_MoreAlertEmailsThanAnActionGroupTakes() => Assert.Equal(
        ["alertEmails: has more than 1000 addresses (got 1001); write a distribution list's, since Azure allows 1000 in an action group"],
        Given.Problems(("alertEmails", string.Join(',', Enumerable.Range(0, 1001).Select(number => $"a{number}@contoso.com")))));

    [Fact]
    public void Rejects_AlertEmailsWithoutAlerts() => Assert.Equal(
        ["""alertEmails: has addresses without alerts (got 1 with alerts "false"); set alerts to true or leave the addresses out"""],
        Given.Problems(("alerts", "false"), ("alertEmails", "a@contoso.com")));

    [Theory]
    [InlineData("kedaInstallation", "Helm", """kedaInstallation: is an unknown word (got "Helm"); did you mean helm? Allowed is helm, addon or existing""")]
    [InlineData("kedaInstallation", "yaml", """kedaInstallation: is an unknown word (got "yaml"); write helm, addon or existing""")]
    [InlineData("kedaChartVersion", "v2.20.2", """kedaChartVersion: is not a semantic version (got "v2.20.2"); write 2.20.2""")]
    [InlineData("kedaChartVersion", "2.20", """kedaChartVersion: is not a semantic version (got "2.20"); write major.minor.patch, such as 2.20.2""")]
    [InlineData("kedaChartVersion", "2.020.2", """kedaChartVersion: is not a semantic version (got "2.020.2"); write major.minor.patch, such as 2.20.2""")]
    [InlineData("kedaChartVersion", "", """kedaChartVersion: is not a semantic version (got ""); write major.minor.patch, such as 2.20.2""")]
    [InlineData("credentialPropagationSeconds", "901", """credentialPropagationSeconds: is above 900 (got "901"); write a whole number from 0 to 900""")]
    [InlineData("credentialPropagationSeconds", "-1", """credentialPropagationSeconds: is negative (got "-1"); write a whole number from 0 to 900""")]
    public void Rejects_Keda(string key, string text, string expected) => Assert.Equal([expected], Given.Problems((key, text)));

    [Theory]
    [InlineData("kedaNamespace", "", """kedaNamespace: is empty (got ""); write 1 to 63 lower-case letters, digits and hyphens, no hyphen first or last""")]
    [InlineData("kedaNamespace", "Keda", """kedaNamespace: is not a name for a Kubernetes namespace (got "Keda"); write 1 to 63 lower-case letters, digits and hyphens, no hyphen first or last""")]
    [InlineData("workloadNamespace", "keda.demo", """workloadNamespace: is not a name for a Kubernetes namespace (got "keda.demo"); write 1 to 63 lower-case letters, digits and hyphens, no hyphen first or last""")]
    [InlineData("workloadNamespace", "-demo", """workloadNamespace: is not a name for a Kubernetes namespace (got "-demo"); write 1 to 63 lower-case letters, digits and hyphens, no hyphen first or last""")]
    [InlineData("workloadNamespace", "1234567890123456789012345678901234567890123456789012345678901234", """workloadNamespace: is longer than 63 characters (got "1234567890123456789012345678901234567890123456789012345678901234"); write 1 to 63 lower-case letters, digits and hyphens, no hyphen first or last""")]
    [InlineData("kedaNamespace", "kube-system", """kedaNamespace: is a namespace of Kubernetes itself (got "kube-system"); write one that this stack may create and delete""")]
    [InlineData("workloadNamespace", "default", """workloadNamespace: is a namespace of Kubernetes itself (got "default"); write one that this stack may create and delete""")]
    [InlineData("workloadNamespace", "kube-public", """workloadNamespace: is a namespace of Kubernetes itself (got "kube-public"); write one that this stack may create and delete""")]
    [InlineData("workloadNamespace", "keda", """kedaNamespace: is the same as workloadNamespace (got "keda"); write two different namespaces""")]
    public void Rejects_Namespace(string key, string text, string expected) => Assert.Equal([expected], Given.Problems((key, text)));

    [Fact]
    public void Rejects_WorkloadInKubeSystem_AlsoWithTheAddOn() =>
        Assert.Equal(
            ["""workloadNamespace: is a namespace of Kubernetes itself (got "kube-system"); write one that this stack may create and delete"""],
            Given.Problems(("kedaInstallation", "addon"), ("workloadNamespace", "kube-system")));
}
