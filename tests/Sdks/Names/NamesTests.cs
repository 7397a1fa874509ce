using KedaStack.Tests.Sdks.Listing;
using KedaStack.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace KedaStack.Tests.Sdks.Names;

/// <summary>What is ambiguous with the official packages is so with the stand-ins.</summary>
public class NamesTests
{
    // Ambiguous ones that the program and its tests once used, so that they built with the stand-ins only.
    private static readonly string[] _onceUsed = ["ActionGroupArgs", "Deployment", "ManagedServiceIdentityType", "Resource", "ResourceIdentityType"];

    public static TheoryData<string> Assemblies => [.. ApiListing.Files.Keys];

    [SharedTheory(TypeNames.Listing)]
    [MemberData(nameof(Assemblies))]
    public void Names_OfTheCommittedNamespaces_AreAllThoseOfTheListing(string assembly)
    {
        var committed = TypeNames.Committed(assembly);
        var namespaces = committed.Select(name => TypeNames.Namespace(name, TypeNames.Official)).ToHashSet();

        Assert.Equal(
            TypeNames.Official.Where(name => namespaces.Contains(TypeNames.Namespace(name, TypeNames.Official))).Order(StringComparer.Ordinal),
            committed);
    }

    [Fact]
    public void Namespaces_ThatAreImported_HaveTheirNames()
    {
        var imported = ImportedNamespaces.All();
        var committed = TypeNames.CommittedByNamespace();

        Assert.True(
            imported.Keys.All(committed.Contains),
            string.Join('\n', imported.Where(import => !committed.Contains(import.Key)).Select(import =>
                $"{import.Value} imports {import.Key}, but no sdks/*/names.txt has its names: docs/pulumi-sdk.md, 'How to import a namespace'")));
        Assert.Equal(imported.Keys.Order(StringComparer.Ordinal), committed.Select(names => names.Key).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Name_ThatIsCommitted_IsAPublicTypeOfTheStandin(string assembly)
    {
        var types = StandinAssemblies.Instance[assembly].GetExportedTypes().Select(type => type.FullName!.Replace('+', '.')).ToHashSet();

        Assert.Empty(TypeNames.Committed(assembly).Except(types));
    }

    [Fact]
    public void Name_OfTwoImportedNamespaces_IsAmbiguous()
    {
        var shared = TypeNames.CommittedByNamespace()
            .SelectMany(names => names.Where(name => name.LastIndexOf('.') == names.Key.Length).Select(name => (Namespace: names.Key, Name: name[(names.Key.Length + 1)..])))
            .GroupBy(type => type.Name, type => type.Namespace)
            .Where(namespaces => namespaces.Count() > 1)
            .ToDictionary(namespaces => namespaces.Key, namespaces => string.Concat(namespaces.Select(name => $"using {name};\n")));

        var errors = Compile(shared.Select(pair => (pair.Key, $"{pair.Value}[assembly: System.Reflection.AssemblyMetadata(nameof({pair.Key}), null)]")));

        Assert.Empty(_onceUsed.Except(shared.Keys));
        Assert.Equal(
            shared.Keys.Order(StringComparer.Ordinal).Select(name => $"{name}: CS0104"),
            errors.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("class C(Pulumi.Archive archive) { public string? Text { get; } = archive.ToString(); }")]
    [InlineData("class C { public object Value { get; } = new Pulumi.AzureNative.Resources.DeploymentArgs(); }")]
    [InlineData("class C { public System.Type Type { get; } = typeof(Pulumi.DeferredOutput<int>); }")]
    [InlineData("class C { public System.Type Type { get; } = typeof(Pulumi.RegisterPackageRequest.PackageParameterization); }")]
    public void Name_WithoutAnImplementation_CannotBeUsed(string use) =>
        Assert.Equal("use: CS0619", Assert.Single(Compile([("use", use)]).Distinct()));

    private static IEnumerable<string> Compile(IEnumerable<(string Name, string Source)> files) =>
        CSharpCompilation.Create(
                "Use",
                files.Select(file => CSharpSyntaxTree.ParseText(file.Source, path: file.Name)),
                [
                    .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
                        .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
                        .Concat(ApiListing.Files.Keys.Select(name => StandinAssemblies.Instance[name].Location))
                        .Select(path => MetadataReference.CreateFromFile(path)),
                ],
                new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable))
            .GetDiagnostics()
            .Where(problem => problem.Severity == DiagnosticSeverity.Error)
            .Select(problem => $"{problem.Location.SourceTree?.FilePath}: {problem.Id}");
}
