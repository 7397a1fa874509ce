using KedaStack.Resources.Graph;

namespace KedaStack.Tests.Resources.Graph;

public sealed class ReferenceTokenTests
{
    [Fact]
    public void FindAll_TextAroundTokens_FindsEachInOrder() =>
        Assert.Equal(
            ["client.subscriptionId", "aks.id"],
            ReferenceToken.FindAll("/subscriptions/${client.subscriptionId}/x/${aks.id}"));

    [Fact]
    public void FindAll_TokenOfAUserPrincipalName_IsFound() =>
        Assert.Equal(["alice+x@contoso.com.objectId"], ReferenceToken.FindAll("${alice+x@contoso.com.objectId}"));

    [Theory]
    [InlineData("${HOME}")]
    [InlineData("${ a.b }")]
    [InlineData("$(a.b)")]
    public void FindAll_WhatAScriptMayHold_IsNoToken(string text) => Assert.Empty(ReferenceToken.FindAll(text));

    [Fact]
    public void Strip_Token_LeavesTheReference() =>
        Assert.Equal("https://aks.fqdn:443", ReferenceToken.Strip($"https://{ReferenceToken.Create("aks.fqdn")}:443"));
}
