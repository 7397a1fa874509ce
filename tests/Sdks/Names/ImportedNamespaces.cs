using System.Text.RegularExpressions;
using KedaStack.Tests.Shared;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace KedaStack.Tests.Sdks.Names;

/// <summary>The namespaces of Pulumi whose types the repository's sources use by their short names.</summary>
internal static partial class ImportedNamespaces
{
    private static readonly string[] _projectFiles = ["*.csproj", "*.props", "*.targets"];

    /// <summary>Each with a file that imports it. An alias imports nothing, and the stand-ins are not built with the official packages.</summary>
    public static IReadOnlyDictionary<string, string> All() =>
        (from file in Files("*.cs")
         let text = File.ReadAllText(file)
         where text.Contains("using ", StringComparison.Ordinal) && text.Contains("Pulumi", StringComparison.Ordinal)
         from name in InSource(text)
         select (name, file))
        .Concat(
            from pattern in _projectFiles
            from file in Files(pattern)
            from Match match in UsingItem().Matches(File.ReadAllText(file))
            select (name: match.Groups["name"].Value, file))
        .Where(import => import.name == "Pulumi" || import.name.StartsWith("Pulumi.", StringComparison.Ordinal))
        .GroupBy(import => import.name)
        .ToDictionary(imports => imports.Key, imports => Path.GetRelativePath(RepositoryRoot.Path, imports.First().file));

    private static IEnumerable<string> InSource(string text) =>
        from directive in CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes(node => node is not MemberDeclarationSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<UsingDirectiveSyntax>()
        where directive.Alias is null && directive.StaticKeyword == default
        select directive.NamespaceOrType.ToString().Replace("global::", "", StringComparison.Ordinal);

    private static IEnumerable<string> Files(string pattern) =>
        from folder in Directory.EnumerateDirectories(RepositoryRoot.Path).Order(StringComparer.Ordinal)
        let name = Path.GetFileName(folder)
        where name != "sdks" && !name.StartsWith('.')
        from file in Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        where !Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj")
        select file;

    [GeneratedRegex("<Using Include=\"(?<name>Pulumi[^\"]*)\" */>")]
    private static partial Regex UsingItem();
}
