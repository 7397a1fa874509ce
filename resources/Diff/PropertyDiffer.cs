using System.Text.Json.Nodes;
using KedaStack.Resources.Graph;

namespace KedaStack.Resources.Diff;

/// <summary>Compares two JSON objects property by property.</summary>
internal static class PropertyDiffer
{
    /// <summary>The properties that differ, by path, keys in ordinal order; what is added or removed is one change, not one for each leaf.</summary>
    public static IReadOnlyList<PropertyChange> Compare(JsonObject earlier, JsonObject present)
    {
        var changes = new List<PropertyChange>();
        Objects(earlier, present, "", changes);
        return changes;
    }

    private static void Values(JsonNode? earlier, JsonNode? present, string path, List<PropertyChange> changes)
    {
        switch (earlier, present)
        {
            case (JsonObject left, JsonObject right):
                Objects(left, right, path, changes);
                break;
            case (JsonArray left, JsonArray right):
                Arrays(left, right, path, changes);
                break;
            case var _ when !JsonNode.DeepEquals(earlier, present):
                changes.Add(new PropertyChange { Path = path, Kind = ChangeKind.Changed, Earlier = earlier, Present = present });
                break;
        }
    }

    private static void Objects(JsonObject earlier, JsonObject present, string path, List<PropertyChange> changes)
    {
        foreach (var key in earlier.Concat(present).Select(entry => entry.Key).Distinct().Order(StringComparer.Ordinal))
        {
            var keyPath = PropertyPath.Key(path, key);
            switch (earlier.TryGetPropertyValue(key, out var left), present.TryGetPropertyValue(key, out var right))
            {
                case (true, true):
                    Values(left, right, keyPath, changes);
                    break;
                case (true, false):
                    changes.Add(new PropertyChange { Path = keyPath, Kind = ChangeKind.Removed, Earlier = left });
                    break;
                default:
                    changes.Add(new PropertyChange { Path = keyPath, Kind = ChangeKind.Added, Present = right });
                    break;
            }
        }
    }

    /// <summary>
    /// Leaves out what both begin and end with, so that an item put in or taken out in the middle is one change; the
    /// rest is compared in pairs. Removed items have their index in the earlier array, all others in the present one.
    /// </summary>
    private static void Arrays(JsonArray earlier, JsonArray present, string path, List<PropertyChange> changes)
    {
        var shorter = Math.Min(earlier.Count, present.Count);
        var start = 0;
        while (start < shorter && JsonNode.DeepEquals(earlier[start], present[start]))
        {
            start++;
        }

        var end = 0;
        while (end < shorter - start && JsonNode.DeepEquals(earlier[^(end + 1)], present[^(end + 1)]))
        {
            end++;
        }

        for (var i = start; i < shorter - end; i++)
        {
            Values(earlier[i], present[i], PropertyPath.Item(path, i), changes);
        }

        for (var i = shorter - end; i < earlier.Count - end; i++)
        {
            changes.Add(new PropertyChange { Path = PropertyPath.Item(path, i), Kind = ChangeKind.Removed, Earlier = earlier[i] });
        }

        for (var i = shorter - end; i < present.Count - end; i++)
        {
            changes.Add(new PropertyChange { Path = PropertyPath.Item(path, i), Kind = ChangeKind.Added, Present = present[i] });
        }
    }
}
