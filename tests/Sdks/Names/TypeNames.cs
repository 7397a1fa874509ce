using System.Text.RegularExpressions;
using KedaStack.Tests.Sdks.Listing;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Sdks.Names;

/// <summary>Names of public types: nested ones have a dot before their own name, generic ones a backtick and their arity.</summary>
internal static partial class TypeNames
{
    public const string Listing = ApiListing.Folder + "/typenames.txt";

    private static readonly Lazy<HashSet<string>> _official = new(ReadOfficial);

    /// <summary>All that is known of the official packages.</summary>
    public static IReadOnlySet<string> Official => _official.Value;

    /// <summary>Those that a stand-in has, implemented or not.</summary>
    public static string[] Committed(string assembly) => File.ReadAllLines(Path.Combine(RepositoryRoot.Path, "sdks", assembly, "names.txt"));

    /// <summary>Those that all stand-ins have, by their namespace.</summary>
    public static ILookup<string, string> CommittedByNamespace()
    {
        HashSet<string> names = [.. ApiListing.Files.Keys.SelectMany(Committed)];
        return names.ToLookup(name => Namespace(name, names));
    }

    /// <summary>The namespace of a type.</summary>
    /// <param name="name">The type's name.</param>
    /// <param name="names">What tells the class around a nested type from a namespace.</param>
    public static string Namespace(string name, IReadOnlySet<string> names)
    {
        var owner = name[..name.LastIndexOf('.')];
        return names.Contains(owner) ? Namespace(owner, names) : owner;
    }

    // A type that is in the listing of members only is no less public.
    private static HashSet<string> ReadOfficial() =>
    [
        .. File.ReadLines(SharedFolder.PathOf(Listing)),
        .. ApiListing.Files.Keys.SelectMany(ApiListing.Official).Select(line => TypeLine().Match(line)).Where(match => match.Success)
            .Select(match => match.Groups["name"].Value + (match.Groups["parameters"] is { Success: true } parameters ? $"`{parameters.Value.Split(',').Length}" : "")),
    ];

    [GeneratedRegex(@"^type [a-z ]+ (?<name>[\w.]+)(<(?<parameters>[\w, ]+)>)?")]
    private static partial Regex TypeLine();
}
