using System.Text.Json.Nodes;
using Pulumi;
using Pulumi.Testing;

namespace KedaStack.Tests.Infra.Running;

/// <summary>A resource as the program registered it.</summary>
internal sealed record StackResource
{
    /// <summary>The type token.</summary>
    public required string Type { get; init; }

    /// <summary>The logical name.</summary>
    public required string Name { get; init; }

    /// <summary>The last part of the type and the name: <c>ManagedCluster aks</c>. Unique in a stack.</summary>
    public string Label => $"{Type[(Type.LastIndexOf(':') + 1)..]} {Name}";

    /// <summary>The label of the parent; null for the root.</summary>
    public required string? Parent { get; init; }

    /// <summary>What the mocks got.</summary>
    public required MockResourceArgs Registration { get; init; }

    /// <summary>The inputs.</summary>
    public required JsonObject Inputs { get; init; }

    /// <summary>The options.</summary>
    public required ResourceOptions Options { get; init; }

    /// <summary>The labels of what it depends on by option, sorted.</summary>
    public required IReadOnlyList<string> DependsOn { get; init; }

    /// <summary>The label of the resource that it is deleted with; null for none.</summary>
    public required string? DeletedWith { get; init; }

    /// <summary>Whether it only groups others.</summary>
    public bool IsComponent => Type.StartsWith("kedastack:", StringComparison.Ordinal);

    /// <summary>Whether it is in the cluster.</summary>
    public bool IsKubernetes => Type.StartsWith("kubernetes:", StringComparison.Ordinal);

    /// <summary>Whether it is in Azure.</summary>
    public bool IsAzure => Type.StartsWith("azure-native:", StringComparison.Ordinal);

    /// <summary>The input at a path such as <c>spec.ports[0].name</c>; null where there is none.</summary>
    public JsonNode? At(string path) => PropertyBag.Find(Inputs, path);

    /// <summary>The text at a path.</summary>
    public string Text(string path) =>
        At(path)?.GetValue<string>() ?? throw new InvalidOperationException($"{Label} has no {path}.");
}
