using System.Text.Json.Nodes;
using KedaStack.Infra.Settings;
using KedaStack.Infra.Settings.Changes;

namespace KedaStack.Infra.Refusals;

/// <summary>Compares a deployment with the last one before its first resource changes.</summary>
internal static class DeploymentComparison
{
    /// <summary>The sentences that refuse it; none when it may go on.</summary>
    /// <param name="last">What the last deployment left behind; what it does not say is not compared.</param>
    /// <param name="present">What this one would leave behind.</param>
    /// <param name="allowed">The setting <c>allowReplacement</c>.</param>
    public static IReadOnlyList<string> Refusals(StackRecord last, StackRecord present, IReadOnlyList<Replaceable> allowed) =>
    [
        .. from type in last.Inputs.Keys.Order(StringComparer.Ordinal)
           let changes = Changes(last, present, type)
           where changes.Kind != LossKinds.None
           from found in ChangeRules.OnLoss(type, changes.Kind, other => Changes(last, present, other).Kind != LossKinds.None)
           where !allowed.Contains(found.Loss.AllowedBy)
           select found.Rule.Refusal(
               $"The update would {(changes.Kind == LossKinds.Removal ? "remove" : "replace")} {type[(type.LastIndexOf(':') + 1)..]}{changes.Because}",
               present.Inputs.GetValueOrDefault(type) ?? []),
    ];

    private static (LossKinds Kind, string Because) Changes(StackRecord last, StackRecord present, string type)
    {
        // Deleting the group deletes what is in it.
        var group = type.StartsWith("azure-native:", StringComparison.Ordinal) ? Differences(last, present, ChangeRules.ResourceGroup) : [];
        if (!present.Inputs.ContainsKey(type))
        {
            return (last.Inputs.ContainsKey(type) ? LossKinds.Removal : LossKinds.None, "");
        }

        string[] because = [.. Differences(last, present, type), .. group];
        return because.Length == 0 ? (LossKinds.None, "") : (LossKinds.Replacement, $" ({string.Join(", ", because.Distinct())})");
    }

    private static IEnumerable<string> Differences(StackRecord last, StackRecord present, string type) =>
        last.Inputs.TryGetValue(type, out var before) && present.Inputs.TryGetValue(type, out var after)
            ? before
                .Where(input => after.ContainsKey(input.Key) && !JsonNode.DeepEquals(input.Value, after[input.Key]))
                .Select(input => $"{input.Key} changes from {input.Value} to {after[input.Key]}")
            : [];
}
