using KedaStack.Doctor.Azure.Facts;
using KedaStack.Doctor.Evidence;

namespace KedaStack.Doctor.Azure;

/// <summary>What may be wrong in Azure.</summary>
/// <param name="Case">What it is, in words, for the documentation.</param>
/// <param name="Link">The link of the chain that it breaks.</param>
/// <param name="Means">What it means.</param>
/// <param name="Mend">The one command that mends it, with <c>{names}</c> in it; those of the cluster are filled in by themselves.</param>
internal sealed record AzureCause(string Case, string Link, string Means, string Mend)
{
    /// <summary>The link broken by it.</summary>
    /// <param name="found">What was found.</param>
    /// <param name="azure">What is known of the cluster.</param>
    /// <param name="names">Further names, with what is filled in for them.</param>
    public LinkVerdict Fail(string found, AzureSide azure, params (string Name, string Value)[] names) => LinkVerdict.Fail(found, Means, Command(azure, names));

    /// <summary>A warning of it.</summary>
    /// <param name="found">What was found.</param>
    /// <param name="azure">What is known of the cluster.</param>
    /// <param name="names">Further names, with what is filled in for them.</param>
    public LinkVerdict Warn(string found, AzureSide azure, params (string Name, string Value)[] names) => LinkVerdict.Warning(found, Means, Command(azure, names));

    private string Command(AzureSide azure, (string Name, string Value)[] names)
    {
        var command = Mend;
        foreach (var (name, value) in names.Concat([("subscription", azure.Id?.Subscription ?? ""), ("group", azure.Id?.ResourceGroup ?? ""), ("cluster", azure.Id?.Name ?? "")]))
        {
            command = command.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        }

        return command;
    }
}
