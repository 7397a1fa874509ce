using System.Collections.Frozen;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Infra.AzureTypes;

/// <summary>What azure-native makes of a type's inputs when it asks Azure.</summary>
/// <param name="Token">The type token: <c>azure-native:dashboard:Grafana</c>.</param>
/// <param name="ResourceType">Azure's type and the API version that is asked: <c>Microsoft.Dashboard/grafana@2024-10-01</c>.</param>
/// <param name="PathInputs">The inputs that are part of the resource's id, its own name last.</param>
/// <param name="IsFlattened">Whether the properties are inputs each, instead of one input <c>properties</c>.</param>
internal sealed record AzureNativeType(string Token, string ResourceType, IReadOnlyList<string> PathInputs, bool IsFlattened)
{
    /// <summary>The table, from the root of the repository.</summary>
    public const string Table = "tests/Infra/AzureTypes/azure-native-types.txt";

    private static readonly FrozenDictionary<string, AzureNativeType> _types = Read().ToFrozenDictionary(type => type.Token);

    /// <summary>All types of the table.</summary>
    public static IEnumerable<AzureNativeType> All => _types.Values;

    /// <summary>The type with a token.</summary>
    /// <exception cref="KeyNotFoundException">The table does not have it.</exception>
    public static AzureNativeType Of(string token) => _types.TryGetValue(token, out var type)
        ? type
        : throw new KeyNotFoundException(
            $"{Table} has no line for {token}: add its API version from the documentation comment of @pulumi/azure-native, in the version of Directory.Packages.props.");

    private static IEnumerable<AzureNativeType> Read() =>
        from line in RepositoryRoot.Read(Table).Split('\n', StringSplitOptions.RemoveEmptyEntries)
        where line[0] != '#'
        let cells = line.Split('|', StringSplitOptions.TrimEntries)
        select new AzureNativeType(cells[0], cells[1], cells[2].Split(' '), cells[3] == "flattened");
}
