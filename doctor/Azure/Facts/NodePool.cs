using System.Text.Json.Nodes;
using KedaStack.Resources.Objects;

namespace KedaStack.Doctor.Azure.Facts;

/// <summary>A node pool.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsUser">Whether it is for apps; one of the mode System is for the cluster itself first of all.</param>
/// <param name="Count">How many nodes it has.</param>
/// <param name="Least">How few nodes the cluster autoscaler leaves; null where it does not change it.</param>
/// <param name="Most">How many it may have; null where the cluster autoscaler does not change it.</param>
internal sealed record NodePool(string Name, bool IsUser, int Count, int? Least, int? Most)
{
    /// <summary>Whether it cannot grow.</summary>
    public bool IsFull => Most is null || Count >= Most;

    /// <summary>Reads one.</summary>
    public static NodePool Of(JsonObject json) => new(
        json.Text("name") ?? "", json.Text("properties.mode") == "User", (int)(json.Number("properties.count") ?? 0),
        json.IsTrue("properties.enableAutoScaling") ? (int?)json.Number("properties.minCount") : null,
        json.IsTrue("properties.enableAutoScaling") ? (int?)json.Number("properties.maxCount") : null);
}
