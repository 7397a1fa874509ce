namespace KedaStack.Infra.Settings.Catalogue;

/// <summary>The type of a setting in the <c>config:</c> block of Pulumi.yaml, which knows no others.</summary>
public enum SettingType
{
    /// <summary>Text; also numbers that are not whole, and whatever may be empty.</summary>
    String,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>true or false.</summary>
    Boolean,

    /// <summary>A list of texts or whole numbers.</summary>
    Array,
}
