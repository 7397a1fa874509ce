using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Infra.CustomResources;

/// <summary>A custom resource definition with one version.</summary>
internal sealed partial class CustomResourceDefinition
{
    private string _apiVersion;
    private readonly string _kind;
    private readonly JsonObject _schema;

    /// <param name="yaml">The definition.</param>
    public CustomResourceDefinition(string yaml)
    {
        var spec = YamlText.Parse(yaml)!["spec"]!;
        var version = ((JsonArray)spec["versions"]!).Single()!;
        _apiVersion = $"{spec["group"]}/{version["name"]}";
        _kind = (string)spec["names"]!["kind"]!;
        _schema = (JsonObject)version["schema"]!["openAPIV3Schema"]!;
        Schema = new StructuralSchema(_schema);
    }

    /// <summary>The schema of the whole resource.</summary>
    public StructuralSchema Schema { get; }

    /// <summary>Reads a definition of <c>../shared/crds</c>.</summary>
    public static CustomResourceDefinition Load(string file) =>
        new(File.ReadAllText(SharedFolder.PathOf(Path.Combine("crds", file))));

    /// <summary>The same definition in another group.</summary>
    /// <param name="group">The group.</param>
    public CustomResourceDefinition InGroup(string group)
    {
        _apiVersion = $"{group}{_apiVersion[_apiVersion.IndexOf('/', StringComparison.Ordinal)..]}";
        return this;
    }

    /// <summary>Bounds a number more narrowly than the definition does.</summary>
    /// <param name="path">The names of the properties down to it: <c>spec.replicas</c>.</param>
    /// <param name="minimum">The least value.</param>
    /// <param name="maximum">The largest value.</param>
    public CustomResourceDefinition Bound(string path, int minimum, int maximum)
    {
        var property = path.Split('.').Aggregate((JsonNode)_schema, (node, name) => node["properties"]![name]!);
        property["minimum"] = minimum;
        property["maximum"] = maximum;
        return this;
    }

    /// <summary>What is wrong with a resource, each as <c>path: what</c>; nothing when it is valid.</summary>
    public IReadOnlyList<string> Validate(JsonObject resource)
    {
        var violations = new List<string>();
        Require("apiVersion", (string?)resource["apiVersion"] == _apiVersion, $"is not {_apiVersion}");
        Require("kind", (string?)resource["kind"] == _kind, $"is not {_kind}");
        Require("metadata.name", IsName(resource["metadata"]?["name"]), "is not a DNS subdomain name");
        Require("metadata.namespace", IsName(resource["metadata"]?["namespace"]), "is not a DNS subdomain name");

        // The API server knows metadata by itself: definitions only say that it is an object.
        var rest = (JsonObject)resource.DeepClone();
        rest.Remove("metadata");
        violations.AddRange(Schema.Validate(rest));
        return violations;

        void Require(string path, bool holds, string violation)
        {
            if (!holds)
            {
                violations.Add($"{path}: {violation}");
            }
        }
    }

    private static bool IsName(JsonNode? node) => (string?)node is { Length: <= 253 } name && Subdomain().IsMatch(name);

    [GeneratedRegex(@"^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Subdomain();
}
