using System.Text.Json.Nodes;
using KedaStack.Resources.Objects;

namespace KedaStack.Doctor.Azure.Facts;

/// <summary>A federated credential of an identity: whose tokens it takes for its own.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Issuer">Who has to have issued the token.</param>
/// <param name="Subject">Whom it has to be of; null for a flexible one, which has an expression instead.</param>
/// <param name="Audiences">Whom it has to be for.</param>
internal sealed record FederatedCredential(string Name, string Issuer, string? Subject, IReadOnlyList<string> Audiences)
{
    /// <summary>Reads one.</summary>
    public static FederatedCredential Of(JsonObject json) => new(
        json.Text("name") ?? "", json.Text("properties.issuer") ?? "", json.Text("properties.subject"), json.Texts("properties.audiences"));
}
