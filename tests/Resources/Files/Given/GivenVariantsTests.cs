using KedaStack.Resources.Files.Given;
using KedaStack.Resources.Graph;
using KedaStack.Scaling.Keda.Semantics;
using KedaStack.Tests.Shared;

namespace KedaStack.Tests.Resources.Files.Given;

public sealed class GivenVariantsTests
{
    private static readonly FileFacts _facts = new(IsComplete: false, KedaVersion.Newest, 37);

    [Fact]
    public void Folders_WithDifferentObjects_AreOneVariant() =>
        Assert.Equal(["a,b"], Variants(("one/a.yaml", Object("a")), ("two/b.yaml", Object("b"))));

    [Fact]
    public void Folders_WithTheSameObject_AreVariantsWithWhatIsCommon() =>
        Assert.Equal(["c,a", "c,a"], Variants(("common/c.yaml", Object("c")), ("dev/a.yaml", Object("a")), ("prod/a.yaml", Object("a"))));

    [Fact]
    public void SameName_InAnotherNamespace_IsAnotherObject() =>
        Assert.Equal(["shop/a,pay/a"], Variants(("dev/a.yaml", Object("a", "shop")), ("prod/a.yaml", Object("a", "pay"))));

    [Fact]
    public void Kustomization_StandsForItself() =>
        Assert.Equal(["a", "b"], Variants(("base/kustomization.yaml", "resources: []"), ("base/a.yaml", Object("a")), ("b.yaml", Object("b"))));

    [Fact]
    public void Namespace_ThatAllSay_CountsForTheOthers()
    {
        using var folder = new TemporaryDirectory();
        var files = Read(folder, ("a.yaml", Object("a", "shop")), ("b.yaml", Object("b")));

        Assert.All(Assert.Single(GivenVariants.Of(files, _facts)).Resources, resource => Assert.Equal("shop", (string?)resource.Inputs["metadata"]!["namespace"]));
    }

    private static IEnumerable<string> Variants(params (string Name, string Text)[] given)
    {
        using var folder = new TemporaryDirectory();
        return [.. GivenVariants.Of(Read(folder, given), _facts).Select(graph => string.Join(',', graph.Resources.Select(resource => resource.Name)))];
    }

    private static GivenFiles Read(TemporaryDirectory folder, params (string Name, string Text)[] given)
    {
        foreach (var (name, text) in given)
        {
            var path = Path.Combine(folder.Path, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        return GivenFiles.Read([folder.Path], TextReader.Null);
    }

    private static string Object(string name, string? ns = null) =>
        $"apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {name}\n{(ns is null ? "" : $"  namespace: {ns}\n")}";
}
