using System.Text.Json.Nodes;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Preview;

namespace KedaStack.Resources.Diff;

/// <summary>Finds the resources that are replaced because another one is.</summary>
/// <param name="present">The present preview.</param>
/// <param name="facts">The inputs that force a replacement, by resource.</param>
internal sealed class ReplacementCascade(
    PreviewDocument present, Func<PreviewDocumentResource, IReadOnlyList<string>> facts)
{
    private const string ResourceGroup = "azure-native:resources:ResourceGroup";
    private const string ResourceGroupName = "resourceGroupName";

    /// <summary>Adds to the reasons, by URN, until nothing follows any more; each round adds a resource, so it ends.</summary>
    public void Follow(SortedDictionary<string, List<string>> reasons, IReadOnlySet<string> stays)
    {
        var found = true;
        while (found)
        {
            found = false;
            foreach (var resource in present.Resources.Values.Where(resource => stays.Contains(resource.Urn) && !reasons.ContainsKey(resource.Urn)))
            {
                var because = Reasons(resource, [.. reasons.Keys.Select(urn => present.Resources[urn])]).ToList();
                if (because.Count > 0)
                {
                    reasons[resource.Urn] = because;
                    found = true;
                }
            }
        }
    }

    private IEnumerable<string> Reasons(PreviewDocumentResource resource, IReadOnlyList<PreviewDocumentResource> replaced)
    {
        // pulumi/pulumi pkg/resource/deploy/step_generator.go: diff, "its DeletedWith resource is being replaced".
        if (replaced.FirstOrDefault(other => other.Urn == resource.DeletedWith) is { } taking)
        {
            yield return $"{taking.Name} takes it with it when it is deleted, and is replaced";
        }

        // Deleting a group deletes what is in it.
        if (resource.Type != ResourceGroup
            && InputValues.Find(resource.Inputs, ResourceGroupName) is { } group
            && replaced.FirstOrDefault(other => other.Type == ResourceGroup
                && InputValues.Find(other.Inputs, ResourceGroupName) == group) is { } around)
        {
            yield return $"it is in {around.Name}, which is replaced";
        }

        foreach (var (path, references) in resource.References)
        {
            if (facts(resource).Any(fact => PropertyPath.Covers(fact, path))
                && !resource.IgnoreChanges.Any(ignored => PropertyPath.Covers(ignored, path))
                && references is JsonArray list
                && list.OfType<JsonValue>().Select(reference => Source(reference.ToString(), replaced)).FirstOrDefault(source => source is not null) is { } from)
            {
                yield return $"{path} comes from {from}, which is replaced";
            }
        }
    }

    /// <summary>The replaced resource that an output belongs to; components have none of their own.</summary>
    private static string? Source(string reference, IReadOnlyList<PreviewDocumentResource> replaced) => replaced
        .Where(other => other.Type.StartsWith("azure-native:", StringComparison.Ordinal))
        .Select(other => other.Name)
        .FirstOrDefault(name => reference.StartsWith($"{name}.", StringComparison.Ordinal));
}
