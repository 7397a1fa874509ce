using System.Security.Cryptography;
using System.Text;

namespace KedaStack.Infra.Naming;

/// <summary>Names cut to the limit of their resource type, without two long names becoming one.</summary>
public static class BoundedName
{
    private const int HashLength = 8;

    /// <summary>
    /// The name itself when it fits; else its beginning, a hyphen and eight hexadecimal digits of its SHA-256. The same
    /// name always gives the same result, since the name of an Azure resource cannot change.
    /// </summary>
    /// <param name="name">The wanted name.</param>
    /// <param name="maximumLength">The limit in characters; more than 9.</param>
    public static string Create(string name, int maximumLength)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(maximumLength, HashLength + 1);
        return name.Length <= maximumLength
            ? name
            : $"{name[..(maximumLength - HashLength - 1)].TrimEnd('-')}-{Hash(name, HashLength)}";
    }

    /// <summary>The first <paramref name="length"/> lower-case hexadecimal digits of the text's SHA-256.</summary>
    public static string Hash(string text, int length) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..length];
}
