using System.Globalization;
using System.Text.RegularExpressions;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Scaling.Queues;

/// <summary>What the containers of a scaled app say of how they take messages: their variables, and where they start to read.</summary>
/// <param name="ScaledObject">The ScaledObject.</param>
/// <param name="Variables">The names and values of the variables.</param>
/// <param name="Words">The words of command and arguments.</param>
internal sealed partial record Consumer(GraphResource ScaledObject, IReadOnlyList<(string Name, string Value)> Variables, IReadOnlyList<string> Words)
{
    /// <summary>That of a ScaledObject; one without variables where its target is not there.</summary>
    public static Consumer Of(GraphResource scaledObject, StackView stack)
    {
        var containers = stack.TargetOf(scaledObject)?.Containers ?? [];
        return new Consumer(
            scaledObject,
            [.. containers.SelectMany(container => container.Objects("env")).Select(variable => (variable.Text("name") ?? "", variable.Scalar("value") ?? ""))],
            [.. containers.SelectMany(container => container.Texts("command").Concat(container.Texts("args")))]);
    }

    /// <summary>Whether a ScaledObject has the app run without any replica at times.</summary>
    public static bool ReachesZero(GraphResource scaledObject) =>
        (scaledObject.Inputs.Number("spec.idleReplicaCount") ?? scaledObject.Inputs.Number("spec.minReplicaCount") ?? 0) == 0;

    /// <summary>The variable that says how many messages are taken at once; null where none does.</summary>
    public (string Name, long Count)? Batch => Number(BatchName());

    /// <summary>The variable that says after how many events a checkpoint is written; null where none does.</summary>
    public (string Name, long Count)? Checkpoint => Number(CheckpointName());

    /// <summary>What says that reading starts at the end: a variable or an argument; null where nothing does.</summary>
    public string? StartsLatest =>
        Variables.FirstOrDefault(variable => StartName().IsMatch(variable.Name) && LatestValue().IsMatch(variable.Value)) is { Name.Length: > 0 } found ? $"{found.Name}={found.Value}"
        : Words.FirstOrDefault(word => word.EndsWith("@latest", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether something says where reading starts.</summary>
    public bool SaysStart => StartsLatest is not null || Variables.Any(variable => StartName().IsMatch(variable.Name));

    private (string Name, long Count)? Number(Regex name)
    {
        foreach (var (variable, value) in Variables)
        {
            if (name.IsMatch(variable) && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            {
                return (variable, count);
            }
        }

        return null;
    }

    [GeneratedRegex("BATCH_?SIZE|PREFETCH|MAX_?(NUMBER_OF_)?MESSAGES|MESSAGES_PER_", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex BatchName();

    [GeneratedRegex("CHECKPOINT_?(EVERY|INTERVAL|BATCH|EVENTS|COUNT|FREQUENCY)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex CheckpointName();

    [GeneratedRegex("START(ING)?_?(POSITION|OFFSET|FROM)|INITIAL_?(POSITION|OFFSET)|EVENT_?POSITION", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex StartName();

    [GeneratedRegex(@"^@?(latest|end)\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex LatestValue();
}
