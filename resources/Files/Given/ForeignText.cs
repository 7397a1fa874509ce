using System.Text.RegularExpressions;

namespace KedaStack.Resources.Files.Given;

/// <summary>Recognizes texts that are about Kubernetes and not YAML, so that one sentence can say what they are.</summary>
internal static partial class ForeignText
{
    /// <summary>What a text is and which command gives the right input; null for one that is not recognized.</summary>
    public static string? Describe(string text) =>
        Template().IsMatch(text) ? "is a template of Helm; render it first: helm template <chart> | kedastack check -"
        : Described().IsMatch(text) ? $"is the output of kubectl describe; record the YAML: kubectl get {Kind(text)} {Name(text)} -o yaml"
        : null;

    /// <summary>Whether a text that cannot be read as YAML was meant to be a Kubernetes object.</summary>
    public static bool IsMeantForKubernetes(string text) => ObjectLines().Count(text) > 1;

    private static string Kind(string text) =>
        text.Contains("Min replicas:", StringComparison.Ordinal) ? "hpa.v2.autoscaling"
        : KindLine().Match(text) is { Success: true } kind ? kind.Groups["kind"].Value.ToLowerInvariant()
        : "<kind>";

    private static string Name(string text) => Described().Match(text).Groups["name"].Value;

    [GeneratedRegex(@"\{\{-?\s*(?:[.$(]|(?:if|range|with|include|template|define|end|else|toYaml|tpl|default|quote)\b|/\*)", RegexOptions.CultureInvariant)]
    private static partial Regex Template();

    [GeneratedRegex(@"\A\s*Name:\s+(?<name>\S+)\s*\n(?:.*\n){0,4}?(?:Namespace|Labels|Annotations):\s", RegexOptions.CultureInvariant)]
    private static partial Regex Described();

    [GeneratedRegex(@"^Kind:\s+(?<kind>\w+)", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex KindLine();

    [GeneratedRegex(@"^\s*""?(?:apiVersion|kind)""?:\s*\S", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex ObjectLines();
}
