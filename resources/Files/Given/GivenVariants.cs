using System.Text.Json.Nodes;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Objects;

namespace KedaStack.Resources.Files.Given;

/// <summary>
/// What of the files stands together. A folder with a kustomization or a chart stands for itself; of the others, folders that
/// hold the same object are variants of each other, each with what only one folder holds.
/// </summary>
internal static class GivenVariants
{
    /// <summary>A graph for each variant; at least one.</summary>
    /// <param name="files">What was read.</param>
    /// <param name="facts">What is known beside it.</param>
    public static IReadOnlyList<ResourceGraph> Of(GivenFiles files, FileFacts facts)
    {
        var byUnit = files.Objects.ToLookup(given => Unit(given.Folder, files.Units));
        var variants = new List<ResourceGraph>();
        foreach (var unit in byUnit.Where(unit => unit.Key is not null))
        {
            variants.Add(Graph(unit.Key!, unit, facts));
        }

        var loose = byUnit[null].ToList();
        var several = loose.GroupBy(Identity).Where(same => same.Select(given => given.Folder).Distinct().Count() > 1)
            .SelectMany(same => same.Select(given => given.Folder)).ToHashSet();
        var common = loose.Where(given => !several.Contains(given.Folder)).ToList();
        variants.AddRange(loose.Where(given => several.Contains(given.Folder)).GroupBy(given => given.Folder)
            .Select(folder => Graph(folder.Key, common.Concat(folder), facts)));
        return variants.Count > 0 && common.Count == 0 ? variants : [.. variants, .. several.Count > 0 ? [] : (ResourceGraph[])[Graph("", common, facts)]];
    }

    private static string? Unit(string folder, IReadOnlySet<string> units)
    {
        for (var current = folder; units.Count > 0; current = Path.GetDirectoryName(current) ?? "")
        {
            if (units.Contains(current))
            {
                return current;
            }

            if (current.Length == 0)
            {
                break;
            }
        }

        return null;
    }

    private static (string, string) Identity(GivenObject given) => (given.Resource.Type, given.Resource.Name);

    private static ResourceGraph Graph(string name, IEnumerable<GivenObject> objects, FileFacts facts)
    {
        var resources = objects.Select(given => given.Resource).ToList();
        var namespaces = resources.Select(resource => resource.Namespace()).Where(ns => ns.Length > 0).Distinct().ToList();
        return new ResourceGraph
        {
            Stack = name,
            // Where all that say a namespace say the same, kubectl apply -n with it is what is meant for the others.
            Resources = namespaces is [var only] ? [.. resources.Select(resource => InNamespace(resource, only))] : resources,
            Outputs = new Dictionary<string, GraphOutput>(),
            Files = facts,
        };
    }

    private static GraphResource InNamespace(GraphResource resource, string ns)
    {
        if (resource.Namespace().Length > 0 || resource.Inputs["metadata"] is not JsonObject || resource.Type.EndsWith(":Namespace", StringComparison.Ordinal)
            || resource.Type.Contains(":Cluster", StringComparison.Ordinal))
        {
            return resource;
        }

        var inputs = (JsonObject)resource.Inputs.DeepClone();
        inputs["metadata"]!["namespace"] = ns;
        return resource with { Inputs = inputs };
    }
}
