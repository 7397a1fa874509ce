using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using KedaStack.Infra.Settings;
using KedaStack.Infra.Settings.Platform;
using KedaStack.Infra.Settings.Problems;
using KedaStack.Infra.Settings.Sources;
using KedaStack.Resources.Files.Given;
using KedaStack.Resources.Graph;

namespace KedaStack.Resources.Given;

/// <summary>
/// The answers of <c>az</c> and <c>kubectl</c> that take the place of what <c>pulumi up</c> reads, told apart by their content.
/// </summary>
internal sealed record GivenReads
{
    /// <summary>The option that names the files.</summary>
    public const string Option = "--given";

    private const int MostCharacters = 64 << 20;
    private const string GrafanaType = "Microsoft.Dashboard/grafana";
    private const string RuleType = "Microsoft.Insights/dataCollectionRules";
    private const string AssociationType = "Microsoft.Insights/dataCollectionRuleAssociations";
    private const string IdentityType = "Microsoft.ManagedIdentity/userAssignedIdentities";

    /// <summary>Nothing.</summary>
    public static GivenReads None { get; } = new();

    /// <summary>The cluster; null when it was not given.</summary>
    public AzureRead? Cluster { get; private init; }

    /// <summary>The workspace.</summary>
    public AzureRead? Workspace { get; private init; }

    /// <summary>The Grafana.</summary>
    public AzureRead? Grafana { get; private init; }

    /// <summary>The data collection rules.</summary>
    public ImmutableArray<AzureRead> Rules { get; private init; } = [];

    /// <summary>The associations of the cluster; null when their list was not given.</summary>
    public ImmutableArray<AzureRead>? Associations { get; private init; }

    /// <summary>The Kubernetes objects.</summary>
    public IReadOnlyList<GraphResource> Objects { get; private init; } = [];

    /// <summary>The outputs that are known by them, by the reference that the preview has for them.</summary>
    public ImmutableDictionary<string, string> KnownOutputs => Known().Where(output => output.Value is not null)
        .ToImmutableDictionary(output => output.Key, output => output.Value!);

    /// <summary>Reads the files.</summary>
    /// <param name="files">The files.</param>
    /// <param name="settings">The stack, whose parts they have to be.</param>
    /// <param name="problems">Gets what is wrong.</param>
    public static GivenReads Read(IReadOnlyList<string> files, StackSettings settings, ICollection<SettingsProblem> problems)
    {
        var reads = None;
        foreach (var file in files)
        {
            try
            {
                reads = reads.With(file, JsonNode.Parse(CappedText.Read(file, MostCharacters)), settings.Platform, problems);
            }
            catch (JsonException)
            {
                Refuse(problems, file, "is no JSON", "something else", "write it with -o json");
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                Refuse(problems, file, "cannot be read", exception.Message.TrimEnd('.'), "name a file that you can read");
            }
        }

        return reads;
    }

    private GivenReads With(string file, JsonNode? json, PlatformSettings platform, ICollection<SettingsProblem> problems)
    {
        switch (json)
        {
            case JsonObject kubernetes when kubernetes.ContainsKey("apiVersion") && kubernetes.ContainsKey("kind"):
                var read = GivenFiles.Read([file], TextReader.Null);
                foreach (var problem in read.Problems)
                {
                    problems.Add(problem);
                }

                return this with { Objects = [.. Objects, .. read.Objects.Select(given => given.Resource)] };
            case JsonArray list when list.OfType<JsonObject>().All(item => new AzureRead(file, item).IsOf(AssociationType)):
                return this with { Associations = [.. list.OfType<JsonObject>().Select(item => new AzureRead(file, item))] };
            case JsonObject map:
                return With(new AzureRead(file, map), platform, problems);
            default:
                Refuse(problems, file, "is nothing that is read of a platform", json is JsonArray ? "a list" : "a single value", Expected);
                return this;
        }
    }

    private GivenReads With(AzureRead read, PlatformSettings platform, ICollection<SettingsProblem> problems)
    {
        if (read.IsOf(RuleType))
        {
            return this with { Rules = Rules.Add(read) };
        }

        if (read.IsOf(IdentityType))
        {
            // The stack makes its own; an identity that is there proves nothing about it.
            return this;
        }

        var (key, id) = read.IsOf(ExistingCluster.Type) ? ("existingCluster", (platform.Cluster as ExistingCluster)?.Id)
            : read.IsOf(ExistingWorkspace.Type) ? ("existingWorkspace", (platform.Metrics as ExistingWorkspace)?.Id)
            : read.IsOf(GrafanaType) ? ("existingGrafana", platform.Grafana)
            : ("", null);
        if (key.Length == 0)
        {
            Refuse(problems, read.File, "is nothing that is read of a platform", read.Id.Length == 0 ? "an object without an id" : read.Id, Expected);
            return this;
        }

        if (id is null || !id.Is(read.Id))
        {
            Refuse(problems, read.File, $"is not the one of {key}", read.Id, id is null ? $"set {key}, or leave the file out" : $"give {id}");
            return this;
        }

        return key switch
        {
            "existingCluster" => this with { Cluster = read },
            "existingWorkspace" => this with { Workspace = read },
            _ => this with { Grafana = read },
        };
    }

    private const string Expected =
        "give what `az aks show`, `az monitor account show`, `az grafana show`, `az monitor data-collection rule show`, "
        + "`az monitor data-collection rule association list` or `kubectl get` write with -o json";

    private IEnumerable<KeyValuePair<string, string?>> Known()
    {
        yield return new("existing-cluster.oidcIssuerProfile.issuerURL", Cluster?.Text("oidcIssuerProfile", "issuerUrl") is { Length: > 0 } issuer ? issuer : null);
        yield return new("existing-workspace.metrics.prometheusQueryEndpoint", Workspace?.Text("metrics", "prometheusQueryEndpoint"));
        yield return new("existing-workspace.location", Workspace?.Text("location"));
        yield return new("existing-grafana.identity.principalId", Grafana?.Text("identity", "principalId"));
        yield return new("existing-grafana.properties.endpoint", Grafana?.Text("endpoint"));
    }

    private static void Refuse(ICollection<SettingsProblem> problems, string file, string wrong, string got, string right) =>
        problems.Add(SettingsProblem.Create($"{Option} {file}", wrong, got, right));
}
