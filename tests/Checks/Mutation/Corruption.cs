using KedaStack.Resources.Graph;

namespace KedaStack.Tests.Checks.Mutation;

/// <summary>One property of a real stack gone wrong, in a way that breaks the deployment.</summary>
/// <param name="Stack">The variant of the stack.</param>
/// <param name="Name">The resource, the property and the change.</param>
/// <param name="Why">What breaks.</param>
/// <param name="Make">Makes it.</param>
internal sealed record Corruption(string Stack, string Name, string Why, Func<ResourceGraph, ResourceGraph> Make);
