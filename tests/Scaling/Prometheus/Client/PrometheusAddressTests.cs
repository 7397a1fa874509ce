using KedaStack.Scaling.Prometheus.Client;
using KedaStack.Tests.Scaling.Prometheus.Client.Fakes;

namespace KedaStack.Tests.Scaling.Prometheus.Client;

public sealed class PrometheusAddressTests
{
    [Theory]
    [InlineData("http://localhost:9090", "http://localhost:9090/api/v1/query")]
    [InlineData("http://localhost:9090/", "http://localhost:9090/api/v1/query")]
    [InlineData("http://localhost:9090/api/v1", "http://localhost:9090/api/v1/query")]
    [InlineData("http://localhost:9090/api/v1/", "http://localhost:9090/api/v1/query")]
    [InlineData("http://localhost:9090/api/v1/query", "http://localhost:9090/api/v1/query")]
    [InlineData("http://localhost:9090/api/v1/query_range/", "http://localhost:9090/api/v1/query")]
    [InlineData("https://example.com/prometheus", "https://example.com/prometheus/api/v1/query")]
    [InlineData("https://example.com/prometheus//", "https://example.com/prometheus/api/v1/query")]
    [InlineData("https://example.com/team%20a/api/v1", "https://example.com/team%20a/api/v1/query")]
    [InlineData(" https://example.com ", "https://example.com/api/v1/query")]
    [InlineData("http://[::1]:9090", "http://[::1]:9090/api/v1/query")]
    [InlineData("HTTPS://EXAMPLE.com", "https://example.com/api/v1/query")]
    public void Read_AnyForm_HasTheSameEndpoint(string text, string endpoint) =>
        Assert.Equal(endpoint, PrometheusAddress.Read(text).Address!.Endpoint("query").AbsoluteUri);

    [Theory]
    [InlineData("localhost:9090", "is not an address with http:// or https://", "write one such as http://localhost:9090")]
    [InlineData("", "is not an address with http:// or https://", "write one such as http://localhost:9090")]
    [InlineData("ftp://example.com", "is not an address with http:// or https://", "write one such as http://localhost:9090")]
    [InlineData("http://", "is not an address", "write one such as http://localhost:9090")]
    [InlineData("http://exa mple.com", "is not an address", "write one such as http://localhost:9090")]
    [InlineData("http://ann:secret@example.com", "holds a name or a password", "leave them out: addresses end up in logs")]
    [InlineData("http://example.com/?a=b", "has more than a path", "leave out what begins with ? or #")]
    [InlineData("http://example.com/#graph", "has more than a path", "leave out what begins with ? or #")]
    public void Read_NoAddress_SaysWhy(string text, string wrong, string right) =>
        Assert.Equal(new PrometheusAddressReading(null, wrong, right), PrometheusAddress.Read(text));

    [Theory]
    [InlineData("https://w-1a2b.westeurope.prometheus.monitor.azure.com", "https://prometheus.monitor.azure.com/.default")]
    [InlineData("https://w-1a2b.usgovvirginia.prometheus.monitor.azure.us/", "https://prometheus.monitor.azure.us/.default")]
    [InlineData("https://w-1a2b.chinanorth3.prometheus.monitor.azure.cn", "https://prometheus.monitor.azure.cn/.default")]
    [InlineData("http://w-1a2b.westeurope.prometheus.monitor.azure.com", null)]
    [InlineData("https://prometheus.monitor.azure.com.example.com", null)]
    [InlineData("https://example.com/.prometheus.monitor.azure.com", null)]
    public void ManagedScope_Host_IsThatOfItsCloud(string text, string? scope) => Assert.Equal(scope, Clients.Address(text).ManagedScope);
}
