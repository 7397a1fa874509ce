using KedaStack.Checks.Reports;
using KedaStack.Resources.Graph;

namespace KedaStack.Checks;

/// <summary>The rehearsal of the checks: over a stack in which there is nothing. What each check calls first is compiled by it, and what they share.</summary>
internal static class CheckRehearsal
{
    /// <summary>Runs all checks.</summary>
    /// <returns>The report as JSON.</returns>
    public static string Run() => CheckJson.Write(
        CheckRunner.Run(
            new ResourceGraph { Stack = "", Resources = [], Outputs = new Dictionary<string, GraphOutput>() },
            new Dictionary<string, string>()),
        Rules.Severity.Information);
}
