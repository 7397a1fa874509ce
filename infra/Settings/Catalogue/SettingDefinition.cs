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
}
