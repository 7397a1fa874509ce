using KedaStack.Infra.Settings.Catalogue;
using KedaStack.Infra.Settings.Parsing.Values;
using KedaStack.Infra.Settings.Writing;
using KedaStack.Scaling;

namespace KedaStack.Reports.Tune;

/// <summary>A setting whose value is to change.</summary>
/// <param name="Key">The config key.</param>
/// <param name="Before">Its value today.</param>
/// <param name="After">Its new value.</param>
internal sealed record SettingChange(string Key, RawValue Before, RawValue After)
{
    /// <summary>What differs between two settings, in the catalogue's order.</summary>
    public static IReadOnlyList<SettingChange> Between(ScalingSettings before, ScalingSettings after)
    {
        var (old, @new) = (ScalingWriter.Write(before).Values, ScalingWriter.Write(after).Values);
        return [.. SettingsCatalogue.All
            .Select(definition => definition.Key)
            .Where(key => @new.ContainsKey(key) && !AreEqual(old[key], @new[key]))
            .Select(key => new SettingChange(key, old[key], @new[key]))];
    }

    private static bool AreEqual(RawValue one, RawValue other) =>
        one.Items is { } items ? items.SequenceEqual(other.Items!) : one.Text == other.Text;
}
