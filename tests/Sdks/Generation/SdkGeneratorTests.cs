using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace KedaStack.Tests.Sdks.Generation;

public class SdkGeneratorTests
{
    private const string Type = "type sealed class Pulumi.Test.ThingArgs : Pulumi.ResourceArgs";

    [Fact]
    public void Facts_ThatFitTogether_BecomeAClass()
    {
        var (source, problems) = Generate(
            "Pulumi.Test.ThingArgs.Name.get -> Pulumi.Input<string>",
            "Pulumi.Test.ThingArgs.Name.set -> void",
            "Pulumi.Test.ThingArgs.ThingArgs() -> void",
            "input Pulumi.Test.ThingArgs.Name = name [required]",
            Type);

        Assert.Empty(problems);
        Assert.Contains("public sealed class ThingArgs : global::Pulumi.ResourceArgs", source);
        Assert.Contains("[global::Pulumi.Input(\"name\", required: true)]\n    public global::Pulumi.Input<string> Name { get; set; } = null!;", source);
    }

    [Theory]
    [InlineData("just a remark", "'just a remark' is not a fact in the form of the API listing")]
    [InlineData("Pulumi.Test.Missing.Name.get -> string", "there is no 'type' line for the owner of Pulumi.Test.Missing.Name")]
    [InlineData("resource Pulumi.Test.Missing = a:b:C", "there is no 'type' line for the resource Pulumi.Test.Missing")]
    [InlineData("input Pulumi.Test.ThingArgs.Name = name", "Pulumi.Test.ThingArgs.Name has no line with its type")]
    [InlineData("Pulumi.Test.ThingArgs.Name.get -> string", "Pulumi.Test.ThingArgs.Name has no 'input' or 'output' line")]
    [InlineData("input Pulumi.Test.ThingArgs.Name = name [important]", "is not a wire name with [required] and [json] behind it")]
    [InlineData("type class Pulumi.Test.Thing : Pulumi.CustomResource", "Pulumi.Test.Thing has no 'resource' line with its token")]
    [InlineData("type struct Pulumi.Test.Odd", "the generator knows no 'struct' with the base ''")]
    public void Fact_ThatCannotBePlaced_FailsTheBuildWithItsLine(string fact, string sentence)
    {
        var (_, problems) = Generate(Type, fact);

        var problem = problems.First(diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture).Contains(sentence, StringComparison.Ordinal));
        Assert.Equal(DiagnosticSeverity.Error, problem.Severity);
        Assert.Equal(("api.txt", 1), (problem.Location.GetLineSpan().Path, problem.Location.GetLineSpan().StartLinePosition.Line));
    }

    private static (string Source, ImmutableArray<Diagnostic> Problems) Generate(params string[] facts)
    {
        var driver = CSharpGeneratorDriver.Create(new SdkGenerator.SdkGenerator())
            .AddAdditionalTexts([new FactsFile("api.txt", facts)])
            .RunGenerators(CSharpCompilation.Create("Pulumi.Test"));
        var result = driver.GetRunResult();
        return (result.GeneratedTrees.Single().ToString(), result.Diagnostics);
    }
}
