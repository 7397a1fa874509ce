using Pulumi;

namespace KedaStack.Infra.Hooks;

/// <summary>
/// Ends a deployment because of something that one sentence explains and the user can mend. An exception alone would not
/// do once outputs depend on it: the SDK wraps it for each resource that needs them, and may show each with a stack trace.
/// </summary>
/// <param name="end">Says the sentence and ends the process; null where there is none to end, as under mocks.</param>
internal sealed class Refusal(Action<string>? end)
{
    /// <summary>Ends the process, or else makes the exception that the SDK shows without a stack trace.</summary>
    public RunException Because(string sentence)
    {
        end?.Invoke(sentence);
        return new RunException(sentence);
    }
}
