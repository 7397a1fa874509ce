using System.Globalization;
using KedaStack.Infra.Settings.Changes;

namespace KedaStack.Infra.Settings.Catalogue;

/// <summary>What there is to know about one setting without its checks.</summary>
public sealed record SettingDefinition
{
    /// <summary>The config key in the project's namespace, such as <c>threshold</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The part of the stack that the setting belongs to: general, cluster, monitoring, keda, workload or scaling.</summary>
    public required string Group { get; init; }

    /// <summary>The type that Pulumi checks before the program runs.</summary>
    public required SettingType Type { get; init; }

    /// <summary>The type of an item of an <see cref="SettingType.Array"/>.</summary>
    public SettingType ItemType { get; init; } = SettingType.String;

    /// <summary>The default as the text that Pulumi would hand to the program: JSON for an array, empty for an optional text.</summary>
    public required string Default { get; init; }

    /// <summary>One or two sentences: what it is, its unit and range, what empty means.</summary>
    public required string Description { get; init; }

    /// <summary>What a change does to a stack that is there, if it is more than an update in place: sentences, or empty.</summary>
    public string OnChange => string.Join(' ', ChangeRules.Descriptions(Key));

    /// <summary>The description and what a change does.</summary>
    public string FullDescription => $"{Description} {OnChange}".TrimEnd();
}

/// <summary>Makes the definitions of one group.</summary>
/// <param name="name">The group.</param>
internal sealed class SettingGroup(string name)
{
    private const string NoItems = "[]";

    /// <summary>A text; an empty default makes it optional.</summary>
    public SettingDefinition Text(string key, string @default, string description) =>
        Define(key, SettingType.String, @default, description);

    /// <summary>A whole number.</summary>
    public SettingDefinition Integer(string key, int @default, string description) =>
        Define(key, SettingType.Integer, @default.ToString(CultureInfo.InvariantCulture), description);

    /// <summary>A yes or no.</summary>
    public SettingDefinition Boolean(string key, bool @default, string description) =>
        Define(key, SettingType.Boolean, @default ? "true" : "false", description);

    /// <summary>A list of texts, empty by default.</summary>
    public SettingDefinition Texts(string key, string description) =>
        Define(key, SettingType.Array, NoItems, description);

    /// <summary>A list of texts with a default.</summary>
    public SettingDefinition Texts(string key, string @default, string description) =>
        Define(key, SettingType.Array, @default, description);

    /// <summary>A list of objects, empty by default.</summary>
    public SettingDefinition Objects(string key, string description) =>
        Define(key, SettingType.Array, NoItems, description) with { ItemType = SettingType.Object };

    /// <summary>A list of whole numbers, empty by default.</summary>
    public SettingDefinition Integers(string key, string description) =>
        Define(key, SettingType.Array, NoItems, description) with { ItemType = SettingType.Integer };

    private SettingDefinition Define(string key, SettingType type, string @default, string description) =>
        new() { Key = key, Group = name, Type = type, Default = @default, Description = description };
}

/// <summary>The type of a setting in the <c>config:</c> block of Pulumi.yaml, which knows no others.</summary>
public enum SettingType
{
    /// <summary>Text; also numbers that are not whole, and whatever may be empty.</summary>
    String,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>true or false.</summary>
    Boolean,

    /// <summary>A list of texts, whole numbers or objects.</summary>
    Array,

    /// <summary>An object; only as an item of a list.</summary>
    Object,
}
