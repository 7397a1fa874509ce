using System.Text.Json.Nodes;
using KedaStack.Infra.Settings.Catalogue;
using KedaStack.Infra.Settings.Parsing.Values;
using KedaStack.Infra.Settings.Problems;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace KedaStack.Infra.Settings.Sources;

/// <summary>Reads the value of one config key, refusing what Pulumi would refuse or change.</summary>
internal static class ConfigNode
{
    private const string Secure = "secure";

    /// <param name="file">The file, for the places in messages.</param>
    /// <param name="key">The key, which may be unknown.</param>
    /// <param name="node">The value.</param>
    public static RawValue Read(YamlFile file, string key, YamlNode node)
    {
        var definition = SettingsCatalogue.Find(key);
        var type = definition?.Type;
        return node switch
        {
            YamlSequenceNode list when definition?.ItemType is SettingType.Object => Structure(file, list),
            YamlScalarNode scalar => type is SettingType.Array ? NotAList(file, scalar) : Scalar(file, scalar),
            YamlSequenceNode list => type is null or SettingType.Array ? List(file, list) : NotASingleValue(file, list),
            YamlMappingNode mapping when IsSecret(mapping) => Secret(file, key, mapping),
            _ => type is SettingType.Array ? NotAList(file, node) : NotASingleValue(file, node),
        };
    }

    private static RawValue Scalar(YamlFile file, YamlScalarNode scalar)
    {
        if (PlainScalar.IsNull(scalar))
        {
            return RawValue.OfText("");
        }

        var text = scalar.Value!;
        return PlainScalar.IsRewritten(scalar)
            ? Unusable("is an unquoted number or date that Pulumi may spell in another way", file, scalar, text, $"write \"{text}\", in quotes")
            : RawValue.OfText(text);
    }

    private static RawValue List(YamlFile file, YamlSequenceNode list)
    {
        foreach (var item in list)
        {
            if (item is not YamlScalarNode || PlainScalar.IsNull(item))
            {
                var got = item is YamlScalarNode ? "nothing" : YamlFile.Kind(item);
                return Unusable("has an item that is not a text", file, item, got, "write a list of texts");
            }
        }

        return RawValue.OfItems([.. list.Select(item => ((YamlScalarNode)item).Value!)]);
    }

    private static RawValue Structure(YamlFile file, YamlSequenceNode list)
    {
        try
        {
            return RawValue.OfJson((JsonArray)Json(file, list, "")!);
        }
        catch (Misfit misfit)
        {
            return RawValue.Unusable(misfit.Message, misfit.Within);
        }
    }

    // What Pulumi makes of it: YAML's own types, handed to the program as JSON.
    private static JsonNode? Json(YamlFile file, YamlNode node, string within)
    {
        switch (node)
        {
            case YamlSequenceNode list:
                return new JsonArray([.. list.Select((item, index) => Json(file, item, FormattableString.Invariant($"{within}[{index}]")))]);
            case YamlMappingNode mapping when IsSecret(mapping):
                throw new Misfit(
                    within, "has a secret in it", $"a secret at {file.Place(node)}", "put it into a Secret of Kubernetes and refer to that by a TriggerAuthentication, since no setting is secret");
            case YamlMappingNode mapping:
                return new JsonObject(mapping.Select(entry => entry.Key is YamlScalarNode { Value: { } key }
                    ? KeyValuePair.Create(key, Json(file, entry.Value, $"{within}.{key}"))
                    : throw new Misfit(within, "has a key that is not a text", $"{YamlFile.Kind(entry.Key)} at {file.Place(entry.Key)}", "write key: value")));
            case var _ when PlainScalar.IsNull(node):
                return null;
            case YamlScalarNode scalar when PlainScalar.IsRewritten(scalar):
                throw new Misfit(
                    within, "is an unquoted number or date that Pulumi may spell in another way", $"{Quoted.Text(scalar.Value!)} at {file.Place(scalar)}", $"write \"{scalar.Value}\", in quotes");
            case YamlScalarNode scalar when PlainScalar.IsNumber(scalar):
                return JsonNode.Parse(scalar.Value!);
            case YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } scalar:
                return scalar.Value == "true";
            default:
                return ((YamlScalarNode)node).Value;
        }
    }

    private sealed class Misfit(string within, string wrong, string got, string right) : FormatException(SettingsProblem.Describe(wrong, got, right))
    {
        public string Within => within;
    }

    private static RawValue NotAList(YamlFile file, YamlNode node)
    {
        var got = node is YamlScalarNode { Value: { } text } ? Quoted.Text(text) : YamlFile.Kind(node);
        return Unusable("is not a list", file, node, got, "write a YAML list, such as [a, b], or [] for none");
    }

    private static RawValue NotASingleValue(YamlFile file, YamlNode node) =>
        Unusable("is not a single value", file, node, YamlFile.Kind(node), "write a single value");

    private static RawValue Secret(YamlFile file, string key, YamlNode node) =>
        Unusable(
            "is encrypted, which cannot be read offline",
            file,
            node,
            "a secret",
            $"give the value with --config {key}=..., or set it without --secret, since no setting is secret");

    private static bool IsSecret(YamlMappingNode mapping) =>
        mapping.Children.Count == 1 && mapping.Children.Single().Key is YamlScalarNode { Value: Secure };

    private static RawValue Unusable(string wrong, YamlFile file, YamlNode node, string got, string right) =>
        RawValue.Unusable(SettingsProblem.Describe(wrong, $"{got} at {file.Place(node)}", right));
}
