using System.Globalization;
using System.Text.Json.Nodes;
using KedaStack.Infra.Settings.Sources;
using KedaStack.Resources.Graph;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace KedaStack.Resources.Files.Documents;

/// <summary>
/// Reads the YAML documents of a text (JSON is YAML) into JSON, aliases and merge keys resolved, with the line and column of
/// each value. It goes through the parser's events, so that neither nesting nor aliases cost more than the limits allow.
/// </summary>
internal sealed class DocumentParser
{
    private const string MergeKey = "<<";

    private readonly Parser _parser;
    private readonly Dictionary<AnchorName, DocumentNode> _anchors = [];
    private int _values;

    private readonly string _text;

    private DocumentParser(string text) => (_text, _parser) = (text, new Parser(new StringReader(text)));

    /// <summary>The documents, one after the other, until one cannot be read.</summary>
    /// <exception cref="DocumentException">What cannot be read.</exception>
    public static IEnumerable<DocumentNode> Parse(string text)
    {
        text = text.TrimStart('\uFEFF');
        var trimmed = text.TrimStart(' ', '\t', '\r', '\n');
        // In JSON, a tab is a blank like any other, and no text holds one.
        var parser = new DocumentParser(trimmed.StartsWith('{') || trimmed.StartsWith('[') ? text.Replace('\t', ' ') : text);
        while (parser.Next() is { } document)
        {
            yield return document;
        }
    }

    private DocumentNode? Next()
    {
        try
        {
            while (_parser.MoveNext())
            {
                if (_parser.Current is DocumentStart)
                {
                    _parser.MoveNext();
                    _anchors.Clear();
                    _values = 0;
                    return Node(0);
                }
            }

            return null;
        }
        catch (YamlException exception)
        {
            throw exception.Message.Contains(" tab ", StringComparison.Ordinal) && YamlSyntax.TabError(_text) is { } tab
                ? new DocumentException(tab.Line, tab.Column, tab.Found)
                : new DocumentException(exception.Start.Line, exception.Start.Column, exception.Message.TrimEnd('.'));
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or FormatException or IndexOutOfRangeException)
        {
            // YamlDotNet's parser stumbles over some unclosed brackets.
            throw At(_parser.Current, "something that does not fit here, such as a key inside an unclosed bracket");
        }
    }

    private DocumentNode Node(int depth)
    {
        if (depth > DocumentLimits.DeepestNesting)
        {
            throw At(_parser.Current, $"more than {DocumentLimits.DeepestNesting} levels of nesting");
        }

        var current = _parser.Current;
        Count(current, 1);
        var anchor = (current as NodeEvent)?.Anchor ?? AnchorName.Empty;
        var node = current switch
        {
            Scalar scalar => new DocumentNode(ScalarValue.Of(scalar), Place(scalar, []), 1, 0),
            SequenceStart list => List(list, depth),
            MappingStart map => Map(map, depth),
            AnchorAlias alias => Alias(alias, depth),
            _ => throw At(current, "a key without a value before this place"),
        };
        if (!anchor.IsEmpty && current is not AnchorAlias)
        {
            _anchors[anchor] = node;
        }

        return node;
    }

    private DocumentNode List(SequenceStart start, int depth)
    {
        var (items, parts, values, height) = (new JsonArray(), new Dictionary<string, FilePlace>(), 1, 0);
        while (_parser.MoveNext() && _parser.Current is not SequenceEnd)
        {
            var item = Node(depth + 1);
            parts[items.Count.ToString(CultureInfo.InvariantCulture)] = item.Place;
            items.Add(item.Json);
            values += item.Values;
            height = Math.Max(height, item.Height);
        }

        return new DocumentNode(items, Place(start, parts), values, height + 1);
    }

    private DocumentNode Map(MappingStart start, int depth)
    {
        var (map, parts, values, height) = (new JsonObject(), new Dictionary<string, FilePlace>(), 1, 0);
        var merged = new List<DocumentNode>();
        while (_parser.MoveNext() && _parser.Current is not MappingEnd)
        {
            if (_parser.Current is not Scalar key)
            {
                throw At(_parser.Current, _parser.Current is AnchorAlias ? "an alias as a key" : "a mapping or a list as a key, such as an unquoted {{");
            }

            _parser.MoveNext();
            var value = Node(depth + 1);
            values += value.Values;
            height = Math.Max(height, value.Height);
            if (key is { Value: MergeKey, Style: ScalarStyle.Plain or ScalarStyle.Any })
            {
                merged.AddRange(value.Json is JsonArray list ? Enumerable.Range(0, list.Count).Select(index => value.Part(index.ToString(CultureInfo.InvariantCulture))!) : [value]);
            }
            else if (!map.TryAdd(key.Value, value.Json))
            {
                throw At(key, $"the key {key.Value} for the second time in one mapping");
            }
            else
            {
                parts[key.Value] = value.Place with { Line = (int)key.Start.Line, Column = (int)key.Start.Column };
            }
        }

        foreach (var (other, name) in merged.Where(other => other.Json is JsonObject).SelectMany(other => ((JsonObject)other.Json!).Select(entry => (other, entry.Key))))
        {
            if (!map.ContainsKey(name))
            {
                map[name] = other.Part(name)!.Json?.DeepClone();
                parts[name] = other.Place.Parts[name];
            }
        }

        return new DocumentNode(map, Place(start, parts), values, height + 1);
    }

    private DocumentNode Alias(AnchorAlias alias, int depth)
    {
        if (!_anchors.TryGetValue(alias.Value, out var node))
        {
            throw At(alias, $"a reference to {alias.Value}, which no anchor before it defines");
        }

        if (depth + node.Height > DocumentLimits.DeepestNesting)
        {
            throw At(alias, $"more than {DocumentLimits.DeepestNesting} levels of nesting after aliases are resolved");
        }

        // Counted before it is copied: aliases of aliases grow without end.
        Count(alias, node.Values);
        return node with { Json = node.Json?.DeepClone() };
    }

    private void Count(ParsingEvent? at, int values)
    {
        _values += values;
        if (_values > DocumentLimits.MostValues)
        {
            throw At(at, string.Create(CultureInfo.InvariantCulture, $"more than {DocumentLimits.MostValues} values after aliases are resolved"));
        }
    }

    private static FilePlace Place(NodeEvent node, Dictionary<string, FilePlace> parts) => new((int)node.Start.Line, (int)node.Start.Column, parts);

    private static DocumentException At(ParsingEvent? at, string found) => new(at?.Start.Line ?? 1, at?.Start.Column ?? 1, found);
}
