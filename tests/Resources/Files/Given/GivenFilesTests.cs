using KedaStack.Resources.Files;
using KedaStack.Resources.Files.Given;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Resources.Files.Given;

public sealed class GivenFilesTests
{
    private const string Part = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {replicas: 3}\n";

    [Theory]
    [InlineData("patches: [{path: part.yaml}]")]
    [InlineData("patchesStrategicMerge: [part.yaml]")]
    [InlineData("patchesJson6902: [{target: {name: web}, path: ./part.yaml}]")]
    [InlineData("replacements: [{path: part.yaml}]")]
    [InlineData("transformers: [part.yaml]")]
    public void Patch_OfAKustomization_IsNoObject(string kustomization)
    {
        var files = Read(("kustomization.yaml", kustomization + "\nresources: [web.yaml]\n"), ("part.yaml", Part), ("web.yaml", Part.Replace("web", "other", StringComparison.Ordinal)));

        Assert.Equal(["other"], files.Objects.Select(given => given.Resource.Name));
        Assert.Equal("1 object in patches of a kustomization left out: they are parts, of which kustomize build makes whole ones", Assert.Single(files.Notes));
    }

    [Theory]
    [InlineData("kustomization.yaml", "resources: [part.yaml]")]
    [InlineData("kustomization.yaml", "patches: [{patch: \"- op: remove\\n  path: /spec/replicas\"}]")]
    [InlineData("values.yaml", "patches: [{path: part.yaml}]")]
    public void Object_ThatNoKustomizationPatchesWith_StaysOne(string name, string text)
    {
        var files = Read((name, text), ("part.yaml", Part));

        Assert.Equal(["web"], files.Objects.Select(given => given.Resource.Name));
        Assert.Empty(files.Notes);
    }

    [Fact]
    public void Patch_OfAnotherFoldersKustomization_IsFoundFromThere()
    {
        var files = Read(("overlays/prod/kustomization.yml", "patches: [{path: ../part.yaml}]"), ("overlays/part.yaml", Part), ("part.yaml", Part.Replace("web", "other", StringComparison.Ordinal)));

        Assert.Equal(["other"], files.Objects.Select(given => given.Resource.Name));
    }

    [Fact]
    public void Document_WithOnlyHalfOfItsType_IsNamed()
    {
        var files = Read(("a.yaml", "kind: ScaledObject\nmetadata: {name: a}\nspec: {}\n---\napiVersion: keda.sh/v1alpha1\nmetadata: {name: a}\nspec: {}\n---\nkind: other\n"));

        Assert.Empty(files.Objects);
        Assert.Equal(3, files.Others);
        Assert.Collection(
            files.Notes,
            note => Assert.EndsWith("a.yaml:1 has ScaledObject and no apiVersion, without which kubectl refuses it", note, StringComparison.Ordinal),
            note => Assert.EndsWith("a.yaml:5 has keda.sh/v1alpha1 and no kind, without which kubectl refuses it", note, StringComparison.Ordinal));
    }

    [Fact]
    public void Templates_OfAChart_AreNamedTogether()
    {
        string[] names = ["a.yaml", "b.yaml", "c.yaml"];
        var few = Read([.. names.Select(name => (name, "kind: {{ .Values.kind }}\n"))]);
        var many = Read([.. names.Append("d.yaml").Select(name => (name, "kind: {{ .Values.kind }}\n"))]);

        Assert.Equal(3, few.Notes.Count);
        Assert.All(few.Notes, note => Assert.EndsWith(".yaml is a template of Helm; render it first: helm template <chart> | kedastack check -", note, StringComparison.Ordinal));
        Assert.EndsWith("a.yaml and 3 other files: each is a template of Helm; render it first: helm template <chart> | kedastack check -", Assert.Single(many.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void File_OfAFolder_ThatCannotBeRead_LeavesTheOthers()
    {
        using var folder = new TemporaryDirectory();
        Write(folder, ("a.yaml", Part), ("b.yaml", "apiVersion: v1\nkind: [\n"));

        var files = GivenFiles.Read([folder.Path], TextReader.Null);
        Assert.True(files.IsOnlyPartial);
        Assert.Single(files.Problems);
        Assert.Single(files.Objects);
        Assert.False(GivenFiles.Read([folder.Combine("a.yaml"), folder.Combine("b.yaml")], TextReader.Null).IsOnlyPartial);
        Assert.False(GivenFiles.Read([folder.Path, folder.Combine("c.yaml")], TextReader.Null).IsOnlyPartial);
        Assert.True(GivenFiles.Read([folder.Combine("a.yaml")], TextReader.Null).IsOnlyPartial);
    }

    [Theory]
    [InlineData("https://${HOST}/", "${HOST}")]
    [InlineData("${MAX:=20}", "${MAX:=20}")]
    [InlineData("https://$HOST.example", "$HOST")]
    [InlineData("a {{ .Values.name }} b", "{{ .Values.name }}")]
    [InlineData("sum(rate(x[$__rate_interval]))", null)]
    [InlineData("x{path=~\"a.*$\"}", null)]
    [InlineData("$name", null)]
    [InlineData("<name>", null)]
    [InlineData("${}", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Placeholder_InAText_IsWhatSomethingElseFillsIn(string? text, string? placeholder) => Assert.Equal(placeholder, Placeholder.In(text));

    private static GivenFiles Read(params (string Name, string Text)[] given)
    {
        using var folder = new TemporaryDirectory();
        Write(folder, given);
        return GivenFiles.Read([folder.Path], TextReader.Null);
    }

    private static void Write(TemporaryDirectory folder, params (string Name, string Text)[] given)
    {
        foreach (var (name, text) in given)
        {
            var path = folder.Combine(name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }
    }
}
