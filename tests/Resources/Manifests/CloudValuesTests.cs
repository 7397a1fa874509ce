using KedaStack.Infra.Settings.Problems;
using KedaStack.Resources.Manifests;

namespace KedaStack.Tests.Resources.Manifests;

public sealed class CloudValuesTests
{
    [Theory]
    [InlineData(null, null, null)]
    [InlineData("https://a.westeurope.prometheus.monitor.azure.com", "01234567-89ab-cdef-0123-456789abcdef", "my-aks")]
    [InlineData("{{ A }}", "$B", "${C}")]
    public void Read_ValuesAndPlaceholders_AreTaken(string? endpoint, string? clientId, string? cluster)
    {
        var problems = new List<SettingsProblem>();

        var values = CloudValues.Read(("--e", endpoint), ("--i", clientId), ("--c", cluster), problems);

        Assert.Empty(problems);
        Assert.Equal(
            (endpoint ?? CloudValues.Placeholders.PrometheusEndpoint, clientId ?? CloudValues.Placeholders.ClientId, cluster ?? CloudValues.Placeholders.Cluster),
            (values.PrometheusEndpoint, values.ClientId, values.Cluster));
    }

    [Theory]
    [InlineData("notaurl", "notaguid", "")]
    [InlineData("", "", "-a")]
    [InlineData("ftp://a", "{01234567-89ab-cdef-0123-456789abcdef}", "a\"b")]
    public void Read_Nonsense_IsRefusedAllAtOnce(string endpoint, string clientId, string cluster)
    {
        var problems = new List<SettingsProblem>();

        CloudValues.Read(("--e", endpoint), ("--i", clientId), ("--c", cluster), problems);

        Assert.Equal(["--e", "--i", "--c"], problems.Select(problem => problem.Key));
    }
}
