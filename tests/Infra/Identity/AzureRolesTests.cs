using KedaStack.Infra.Identity;
using KedaStack.Tests.Infra.Running;

namespace KedaStack.Tests.Infra.Identity;

public sealed class AzureRolesTests
{
    [Theory]
    [InlineData("b0d8363b-8ddd-447d-831f-62ca05bff136", "Monitoring Data Reader")]
    [InlineData("22926164-76b3-42b3-bc55-97df8dab3e41", "Grafana Admin")]
    [InlineData("b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b", "Azure Kubernetes Service RBAC Cluster Admin")]
    [InlineData("3498e952-d568-435e-9b2c-8d77e338d7f7", null)]
    public void NameOf_RoleId_IsThePortalsName(string id, string? name)
    {
        Assert.Equal(name, AzureRoles.NameOf(id));
        Assert.Equal(name, AzureRoles.NameOf(Cloud.RoleDefinitionId(id)));
    }
}
