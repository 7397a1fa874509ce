using System.Globalization;

namespace KedaStack.Infra.Settings.Catalogue;

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

    /// <summary>A list of whole numbers, empty by default.</summary>
    public SettingDefinition Integers(string key, string description) =>
        Define(key, SettingType.Array, NoItems, description) with { ItemType = SettingType.Integer };

    private SettingDefinition Define(string key, SettingType type, string @default, string description) =>
        new() { Key = key, Group = name, Type = type, Default = @default, Description = description };
}
