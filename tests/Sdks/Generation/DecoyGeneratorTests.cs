using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace KedaStack.Tests.Sdks.Generation;

public class DecoyGeneratorTests
{
    private const string HandWritten = "namespace Pulumi.Test { public class Written<T>; }";
    private const string Fact = "type sealed class Pulumi.Test.FactArgs : Pulumi.ResourceArgs";

    [Theory]
    [InlineData("Pulumi.Test.Thing", "namespace Pulumi.Test { #public partial class Thing { } }")]
    [InlineData("Pulumi.Test.Thing`2", "namespace Pulumi.Test { #public partial class Thing<T1, T2> { } }")]
    [InlineData("Pulumi.Test.Written", "namespace Pulumi.Test { #public partial class Written { } }")]
    [InlineData("Pulumi.Test.FactArgs`1", "namespace Pulumi.Test { #public partial class FactArgs<T1> { } }")]
    public void Name_OfNoType_BecomesAnEmptyOne(string name, string declaration)
    {
        var (source, problems) = Generate(name);

        Assert.Empty(problems);
        Assert.Equal(declaration, Declarations(source).Single());
    }

    [Theory]
    [InlineData("Pulumi.Test.Written`1")]
    [InlineData("Pulumi.Test.FactArgs")]
    public void Name_ThatIsImplemented_StaysAsItIs(string name) => Assert.Empty(Declarations(Generate(name).Source));

    [Fact]
    public void Name_InsideAnother_BecomesANestedType() => Assert.Equal(
        ["namespace Pulumi.Test { #public partial class Outer { } }", "namespace Pulumi.Test { partial class Outer { #public partial class Inner { } } }"],
        Declarations(Generate("Pulumi.Test.Outer", "Pulumi.Test.Outer.Inner").Source));

    [Theory]
    [InlineData("NoNamespace")]
    [InlineData("Pulumi.Test.Thing`0")]
    [InlineData("Pulumi.Test.Thing<T>")]
    [InlineData("Pulumi..Thing")]
    public void Name_ThatIsNone_FailsTheBuildWithItsLine(string name)
    {
        var problem = Assert.Single(Generate("Pulumi.Test.Thing", name).Problems);

        Assert.Equal(DiagnosticSeverity.Error, problem.Severity);
        Assert.Contains($"'{name}' is not the full name of a type", problem.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Equal(("names.txt", 1), (problem.Location.GetLineSpan().Path, problem.Location.GetLineSpan().StartLinePosition.Line));
    }

    private static (string Source, ImmutableArray<Diagnostic> Problems) Generate(params string[] names)
    {
        var result = CSharpGeneratorDriver.Create(new SdkGenerator.DecoyGenerator())
            .AddAdditionalTexts([new FactsFile("api.txt", Fact), new FactsFile("names.txt", [.. names, ""])])
            .RunGenerators(CSharpCompilation.Create("Pulumi.Test", [CSharpSyntaxTree.ParseText(HandWritten)]))
            .GetRunResult();
        return (result.GeneratedTrees.Single().ToString(), result.Diagnostics);
    }

    // The attribute, which says what to do, is left out.
    private static IEnumerable<string> Declarations(string source) =>
        from line in source.Split('\n')
        where line.StartsWith("namespace", StringComparison.Ordinal)
        let attribute = line[line.IndexOf('[', StringComparison.Ordinal)..(line.IndexOf(']', StringComparison.Ordinal) + 2)]
        select line.Replace(attribute, "#", StringComparison.Ordinal);
}
