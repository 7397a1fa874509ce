using KedaStack.Resources.Graph;

namespace KedaStack.Checks;

/// <summary>The warm-up of the checks: over a stack in which there is nothing. What each check calls first is compiled by it, and what they share.</summary>
internal static class CheckWarmUp
{
    /// <summary>Runs all checks of a stack.</summary>
    public static CheckReport Run() => CheckRunner.Run(
        new ResourceGraph { Stack = "", Resources = [], Outputs = new Dictionary<string, GraphOutput>() },
        new Dictionary<string, string>());
}
