using KedaStack.Resources.Graph;

namespace KedaStack.Tests.Checks.Breakages;

/// <summary>What is wrong with, or not known of, what a stack is given.</summary>
internal static class GivenBreakages
{
    public static IReadOnlyList<Breakage> All { get; } =
    [
        new("given-refused", "a cluster without its issuer", stack => With(stack, given => given with { Refusals = ["existingCluster: prod lacks the OIDC issuer"] })),
        new("given-not-read", "a workspace that nobody read", stack => With(stack, given => given with { NotRead = ["the workspace metrics"] })),
        new("given-without-effect", "nodes of a cluster that is given", stack => With(stack, given => given with { WithoutEffect = ["nodeVmSize"] })),
    ];

    private static ResourceGraph With(ResourceGraph stack, Func<GivenParts, GivenParts> change) => stack with { Given = change(stack.Given) };
}
