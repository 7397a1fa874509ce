using System.Text.Json;
using System.Text.Json.Nodes;
using KedaStack.Infra.Settings.Problems;
using KedaStack.Infra.Settings.Sources;
using KedaStack.Resources.Files.Documents;
using KedaStack.Resources.Objects;

namespace KedaStack.Resources.Cluster;

/// <summary>Answers of an API server in a file: <c>{answers: [{path, status, contentType, ms, body | text}]}</c>.</summary>
internal static class AnswerFile
{
    /// <summary>The file beside others that holds what is the same for all of them: answers that are not about one namespace.</summary>
    public const string Shared = "_cluster.json";

    private const int MostCharacters = 64 << 20;

    private const string Right = "name a file that kedastack doctor --save wrote";

    /// <summary>Reads a file and, where there is one, the <see cref="Shared"/> beside it. The file's own answers win; other keys are ignored.</summary>
    /// <param name="path">The file.</param>
    /// <param name="problems">Gets what is wrong.</param>
    /// <returns>The answers, and the namespaces that the file's own paths are about; null after a problem.</returns>
    public static (AnswerSet Answers, IReadOnlyList<string> Namespaces)? Read(string path, ICollection<SettingsProblem> problems)
    {
        var answers = new AnswerSet();
        if (!Add(path, answers, problems))
        {
            return null;
        }

        IReadOnlyList<string> namespaces =
        [
            .. answers.All.Where(answer => answer.Path.Contains("/scaledobjects", StringComparison.Ordinal) || answer.Path.Contains("/horizontalpodautoscalers", StringComparison.Ordinal))
                .Select(answer => ApiPath.NamespaceOf(answer.Path)).OfType<string>().Distinct(),
        ];
        var shared = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path)) ?? ".", Shared);
        return Path.GetFileName(path) == Shared || !File.Exists(shared) || Add(shared, answers, problems) ? (answers, namespaces) : null;
    }

    /// <summary>Answers as the text of a file.</summary>
    public static string Write(IEnumerable<ClusterAnswer> answers) => Writing.MachineJson.Write(new JsonObject
    {
        ["answers"] = new JsonArray([.. answers.Select(answer =>
        {
            var json = new JsonObject
            {
                ["path"] = answer.Path,
                ["status"] = answer.Status,
                ["contentType"] = answer.ContentType,
                ["ms"] = answer.Milliseconds,
            };
            if (answer.Body is not null)
            {
                json["body"] = answer.Body.DeepClone();
            }

            if (answer.Text is not null)
            {
                json["text"] = answer.Text;
            }

            if (answer.Problem is not null)
            {
                json["problem"] = answer.Problem;
            }

            return (JsonNode)json;
        })]),
    });

    private static bool Add(string path, AnswerSet answers, ICollection<SettingsProblem> problems)
    {
        JsonNode? root;
        var text = "";
        try
        {
            text = CappedText.Read(path, MostCharacters);
            root = JsonNode.Parse(text);
        }
        catch (JsonException exception)
        {
            return KindOf(text) is { } kind ? Manifest(kind) : Refuse("is not JSON", exception.Message);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return Refuse("cannot be read", exception.Message);
        }

        if (root.At("answers") is not JsonArray list)
        {
            return KindOf(text) is { } kind ? Manifest(kind) : Refuse("holds no answers", "no list with the name answers");
        }

        for (var i = 0; i < list.Count; i++)
        {
            if (list[i].Text("path") is not { } asked)
            {
                return Refuse("has an answer without a path", FormattableString.Invariant($"answers[{i}]"));
            }

            answers.Add(new ClusterAnswer(
                asked, (int?)list[i].Number("status"), list[i].Text("contentType"), (long)(list[i].Number("ms") ?? 0), list[i].At("body"), list[i].Text("text"), list[i].Text("problem")));
        }

        return true;

        bool Manifest(string kind) => Refuse("is a Kubernetes manifest, and not what a cluster answered", Quoted.Text(kind), $"check it with kedastack check, or {Right}");

        bool Refuse(string wrong, string got, string right = Right)
        {
            problems.Add(SettingsProblem.Create(path, wrong, got.TrimEnd('.'), right));
            return false;
        }
    }

    /// <summary>The kind of the first Kubernetes object of a text; null for a text without one.</summary>
    private static string? KindOf(string text)
    {
        try
        {
            return DocumentParser.Parse(text).Select(document => document.Json).FirstOrDefault(json => json.Text("apiVersion") is not null).Text("kind");
        }
        catch (DocumentException)
        {
            return null;
        }
    }
}
