using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace KedaStack.Resources.Manifests;

/// <summary>Writes JSON as the YAML that people write: no needless quotes, scripts as blocks, names first.</summary>
internal static partial class YamlText
{
    // The order in which Kubernetes objects are read by people; other keys follow in their own order.
    private static readonly string[] _firstKeys = ["apiVersion", "kind", "metadata", "name", "namespace"];

    /// <summary>The YAML text, with a final line break.</summary>
    public static string Write(JsonObject value)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        // An unlimited width: folded queries and images are hard to read and to replace.
        var emitter = new Emitter(text, new EmitterSettings(bestIndent: 2, bestWidth: int.MaxValue, isCanonical: false, maxSimpleKeyLength: 1024));
        new YamlStream(new YamlDocument(Node(value))).Save(emitter, assignAnchors: false);
        return text.ToString().Replace("...\n", "", StringComparison.Ordinal);
    }

    private static YamlNode Node(JsonNode? node) => node switch
    {
        JsonObject map => new YamlMappingNode(map
            .OrderBy(entry => Array.IndexOf(_firstKeys, entry.Key) is >= 0 and var place ? place : _firstKeys.Length)
            .Select(entry => KeyValuePair.Create((YamlNode)new YamlScalarNode(entry.Key), Node(entry.Value)))),
        JsonArray list => new YamlSequenceNode(list.Select(Node)),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => Text(value.GetValue<string>()),
        not null => new YamlScalarNode(node.ToJsonString()),
        null => new YamlScalarNode("null"),
    };

    private static YamlScalarNode Text(string text) => new(text)
    {
        Style = text.Contains('\n', StringComparison.Ordinal) ? ScalarStyle.Literal
            : NotPlainText().IsMatch(text) ? ScalarStyle.DoubleQuoted
            : ScalarStyle.Any,
    };

    // What a YAML 1.1 or 1.2 reader takes for a number, a boolean, null or a date.
    [GeneratedRegex(@"^(|~|null|true|false|yes|no|y|n|on|off|0x[0-9a-f_]+|0o[0-7]+|[-+.]?[0-9][0-9_.:+-]*(e[-+]?[0-9]+|[t ][0-9.:tz+ -]+)?|[-+]?\.(inf|nan))\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NotPlainText();
}
