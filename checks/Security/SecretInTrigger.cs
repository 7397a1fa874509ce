using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Security;

/// <summary>A trigger's metadata holds no secret.</summary>
internal sealed class SecretInTrigger() : Check(new()
{
    Id = "secret-in-trigger",
    Severity = Severity.Error,
    Title = "A trigger's metadata holds no secret",
    Failure = "nothing: it works, and whoever may read the ScaledObject or the repository has the secret",
    Cause = "KEDA reads keys such as `connection` or `password` from the metadata as well as from a TriggerAuthentication.",
    Fix = "Use `podIdentity` in a TriggerAuthentication, or `secretTargetRef` there; `connectionFromEnv` names a variable and is none.",
    IsOnlyForFiles = true,
    About = [ResourceTypes.ScaledObject],
})
{
    private static readonly HashSet<string> _keys = new(StringComparer.OrdinalIgnoreCase)
    {
        "connection", "storageConnection", "connectionString", "password", "apiKey", "appKey", "bearerToken", "token", "accessKey", "clientSecret", "privateKey", "awsSecretAccessKey", "personalAccessToken",
    };

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack) =>
        from trigger in stack.Triggers
        from entry in trigger.Json.Map("metadata")
        where _keys.Contains(entry.Key) && entry.Value.Trim().Length > 0 && !IsVariable(entry.Key, entry.Value)
        select Found(trigger.ScaledObject, trigger.MetadataPath(entry.Key), "a secret in plain text (not shown here)", "an authenticationRef");

    /// <summary>Whether a connection is the name of a variable and no connection string, which has keys and values.</summary>
    private static bool IsVariable(string key, string value) => key.EndsWith("onnection", StringComparison.Ordinal) && !value.Contains('=', StringComparison.Ordinal);
}
