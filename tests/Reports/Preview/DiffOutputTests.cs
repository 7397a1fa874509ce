using System.Text.Json.Nodes;
using KedaStack.Reports.Preview;
using KedaStack.Resources.Diff;
using KedaStack.Tests.Resources.Diff;

namespace KedaStack.Tests.Reports.Preview;

public sealed class DiffOutputTests
{
    private static readonly string _script = string.Concat(Enumerable.Range(0, 100).Select(line => $"print({line})\n"));

    private static readonly StackChange _change = StackDiffer.Compare(
        Previews.WithOutputs(
            """{"namespace":"a"}""",
            Previews.Resource("azure-native:dashboard:Grafana", "grafana", """{"sku":{"name":"Standard"}}"""),
            Previews.Resource("kubernetes:core/v1:ConfigMap", "script", Data(_script)),
            Previews.Service("web", """{"spec":{"ports":[{"port":80}],"type":"ClusterIP"}}""")),
        Previews.WithOutputs(
            """{"namespace":"b"}""",
            Previews.Resource("kubernetes:core/v1:ConfigMap", "script", Data(_script.Replace("print(7)\n", "pass\npass\n", StringComparison.Ordinal))),
            Previews.Service("web", """{"spec":{"ports":[{"port":80},{"port":443}],"type":"LoadBalancer"}}"""),
            Previews.Service("extra", """{"spec":{"type":"ClusterIP"}}""")));

    [Fact]
    public void Text_OfEveryKindOfChange_IsAsExpected() => Assert.Equal(
        """
        Stack dev: 1 to replace, 1 to remove, 1 to add, 1 to change.

        - grafana  azure-native:dashboard:Grafana
            - sku: {"name":"Standard"}

        +/- script  kubernetes:core/v1:ConfigMap
            replaced: data changes
            ~ data["run.py"]: +2 -1 lines  (forces replacement)

        + extra  kubernetes:core/v1:Service
            + spec: {"type":"ClusterIP"}

        ~ web  kubernetes:core/v1:Service
            + spec.ports[1]: {"port":443}
            ~ spec.type: "ClusterIP" -> "LoadBalancer"

        Outputs
            ~ namespace: "a" -> "b"

        """.ReplaceLineEndings("\n"),
        DiffText.Write(_change));

    [Fact]
    public void Markdown_OfEveryKindOfChange_IsAsExpected() => Assert.Equal(
        """
        ### Changes of stack `dev`

        **1 to replace, 1 to remove, 1 to add, 1 to change.**

        #### Replaced: deleted and made again

        **`script`** `kubernetes:core/v1:ConfigMap`

        - replaced: `data changes`
        - `data["run.py"]`: +2 -1 lines **(forces replacement)**

        #### Removed

        <details><summary><code>grafana</code> <code>azure-native:dashboard:Grafana</code>: 1 line</summary>

        - `sku`: removed `{"name":"Standard"}`

        </details>

        #### Added

        <details><summary><code>extra</code> <code>kubernetes:core/v1:Service</code>: 1 line</summary>

        - `spec`: added `{"type":"ClusterIP"}`

        </details>

        #### Changed

        **`web`** `kubernetes:core/v1:Service`

        - `spec.ports[1]`: added `{"port":443}`
        - `spec.type`: `"ClusterIP"` to `"LoadBalancer"`

        #### Outputs

        - `namespace`: `"a"` to `"b"`

        """.ReplaceLineEndings("\n"),
        DiffMarkdown.Write(_change));

    [Fact]
    public void Json_OfEveryKindOfChange_IsAsExpected()
    {
        var json = JsonNode.Parse(DiffJson.Write(_change))!;

        Assert.Equal("""{"refused":0,"added":1,"removed":1,"changed":1,"replaced":1}""", json["counts"]!.ToJsonString());
        Assert.Equal(
            ["stack", "counts", "resources", "outputs"], json.AsObject().Select(entry => entry.Key));
        Assert.Equal(
            $$"""
            {"urn":"{{Previews.Urn("kubernetes:core/v1:ConfigMap", "script")}}","type":"kubernetes:core/v1:ConfigMap","name":"script","change":"replaced","replacedBecause":["data changes"],"refusedBecause":[],"notes":[],"inputs":[{"path":"data[\u0022run.py\u0022]","change":"changed","effect":"replace","old":"(100 lines)","new":"(101 lines)","summary":"\u002B2 -1 lines"}],"options":[]}
            """,
            json["resources"]![1]!.ToJsonString());
        Assert.Equal(
            """{"path":"namespace","change":"changed","effect":null,"old":"a","new":"b","summary":null}""",
            json["outputs"]![0]!.ToJsonString());
    }

    [Fact]
    public void Output_OfNoChange_SaysSo()
    {
        var none = StackDiffer.Compare(Previews.Of(), Previews.Of());

        Assert.Equal("Stack dev: no changes.\n", DiffText.Write(none));
        Assert.Equal("### Changes of stack `dev`\n\n**No changes.**\n", DiffMarkdown.Write(none));
    }

    [Fact]
    public void Output_OfHostileValues_ShowsThemAndNothingElse()
    {
        const string Hostile = "\\u001b[2J</details>\\n<!-- kedastack:preview --> @admins `x` ![](http://evil.example)\\u202e";
        var change = StackDiffer.Compare(
            Previews.Of(Previews.Service("web", $$"""{"a\nb`":"1","c":"{{Hostile}}"}""")),
            Previews.Of(Previews.Service("web", """{"a\nb`":"2","c":""}"""), Previews.Service("</summary><h1>", "{}"), Previews.Service("<h1>@x", """{"a":1}""")));

        Assert.Equal(
            """
            Stack dev: 2 to add, 1 to change.

            + </summary><h1>  kubernetes:core/v1:Service

            + <h1>@x  kubernetes:core/v1:Service
                + a: 1

            ~ web  kubernetes:core/v1:Service
                ~ ["a\nb`"]: "1" -> "2"
                ~ c: "\u001b[2J</details>\n<!-- kedastack:preview --> @admins `x` ![](http://evil.example)\u202e" -> ""

            """.ReplaceLineEndings("\n"),
            DiffText.Write(change),
            ignoreCase: true);
        Assert.Equal(
            """
            ### Changes of stack `dev`

            **2 to add, 1 to change.**

            #### Added

            **`</summary><h1>`** `kubernetes:core/v1:Service`

            <details><summary><code>&lt;h1&gt;@x</code> <code>kubernetes:core/v1:Service</code>: 1 line</summary>

            - `a`: added `1`

            </details>

            #### Changed

            **`web`** `kubernetes:core/v1:Service`

            - ``["a\nb`"]``: `"1"` to `"2"`
            - `c`: ``"\u001b[2J</details>\n<!-- kedastack:preview --> @admins `x` ![](http://evil.example)\u202e"`` to `""`

            """.ReplaceLineEndings("\n"),
            DiffMarkdown.Write(change),
            ignoreCase: true);
    }

    [Theory]
    [InlineData(3_000)]
    [InlineData(CommentLimit.Characters)]
    public void Markdown_OfTooMuch_StaysUnderTheLimitAndSaysWhatIsLeftOut(int limit)
    {
        var services = Enumerable.Range(0, 500).Select(i => Previews.Service($"service-{i:000}", $$"""{"text":"{{new string('`', 300)}}"}""")).ToArray();

        var markdown = DiffMarkdown.Write(StackDiffer.Compare(Previews.Of(), Previews.Of(services)), limit);

        var shown = markdown.Split("<details>").Length - 1;
        Assert.InRange(markdown.Length, limit / 2, limit);
        Assert.Equal(shown, markdown.Split("</details>").Length - 1);
        Assert.EndsWith(
            $"\n> Left out, for a comment's limit of 65536 characters: {500 - shown} more. All of it: `kedastack preview --diff <file>`.\n",
            markdown,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Markdown_OfAResourceWithManyProperties_LeavesTheRestOut()
    {
        var inputs = new JsonObject(Enumerable.Range(0, 100).Select(i => KeyValuePair.Create($"p{i}", (JsonNode?)i))).ToJsonString();

        var markdown = DiffMarkdown.Write(StackDiffer.Compare(Previews.Of(), Previews.Of(Previews.Service("web", inputs))));

        Assert.Contains("- left out: 70 more\n\n</details>\n", markdown, StringComparison.Ordinal);
    }

    private static string Data(string script) =>
        new JsonObject { ["data"] = new JsonObject { ["run.py"] = script } }.ToJsonString();
}
