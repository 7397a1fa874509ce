using System.Text.RegularExpressions;
using KedaStack.Doctor.Evidence;

namespace KedaStack.Doctor.Azure;

/// <summary>Something wrong with how KEDA signs in to Azure.</summary>
/// <param name="Said">What Azure says of it, as a regular expression over the events' texts.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="IsSure">Whether it is wrong without such a text, too: what was not found may only not have been seen.</param>
/// <param name="LastsUntilToken">Whether KEDA is let in until its token ends, all the same.</param>
internal sealed record IdentityFault(string Said, LinkVerdict Verdict, bool IsSure = true, bool LastsUntilToken = false)
{
    /// <summary>No token was given to the operator's pod.</summary>
    public const string NoToken = "executable not found on path|sources must contain at least one TokenCredential|no token file specified|no client ID specified|AADSTS90061";

    /// <summary>Entra knows no such client.</summary>
    public const string NoClient = "AADSTS700016";

    /// <summary>No federated credential fits.</summary>
    public const string NoCredential = "AADSTS7002\\d+|AADSTS70021(?!\\d)";

    /// <summary>The workspace refuses.</summary>
    public const string Refused = @"status: 403";

    /// <summary>The workspace does not take the token.</summary>
    public const string Unauthorized = @"status: 401";

    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(1);

    /// <summary>Whether a text speaks of it.</summary>
    public bool IsIn(string text) => Regex.IsMatch(text, Said, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, _longest);
}
