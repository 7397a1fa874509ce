using System.Globalization;

namespace KedaStack.Scaling.Keda.Semantics;

/// <summary>A version of KEDA, whose chart has the same; what is behind its patch does not change a rule.</summary>
/// <param name="Major">The major version: 2.</param>
/// <param name="Minor">The minor version: 20 for 2.20.2.</param>
/// <param name="Patch">The patch: 2 for 2.20.2.</param>
public readonly record struct KedaVersion(int Major, int Minor, int Patch) : IComparable<KedaVersion>
{
    /// <summary>The version of the chart that the stack installs unless told otherwise.</summary>
    public static KedaVersion Default { get; } = new(2, 20, 2);

    /// <summary>The newest version that is modelled.</summary>
    public static KedaVersion Newest { get; } = new(2, KedaSemantics.NewestMinor, 1);

    /// <summary>Whether its minor version is newer than any that is modelled, so that the newest rules are followed.</summary>
    public bool IsNewerThanModelled => (Major, Minor).CompareTo((Newest.Major, Newest.Minor)) > 0;

    /// <summary>Its rules: those of the newest modelled version where it is newer, of the oldest where it is older.</summary>
    public KedaSemantics Semantics => IsNewerThanModelled ? KedaSemantics.ForVersion(KedaSemantics.NewestMinor)
        : Major < Newest.Major ? KedaSemantics.ForVersion(0)
        : KedaSemantics.ForVersion(Minor, Patch);

    /// <summary>Reads a semantic version.</summary>
    /// <param name="text">The version, such as <c>2.20.2</c> or <c>2.21.0-rc.1</c>.</param>
    /// <returns>Null for another text.</returns>
    public static KedaVersion? TryParse(string text) =>
        text.Split('-', '+')[0].Split('.') is [var major, var minor, var patch]
            && TryParse(major, out var first) && TryParse(minor, out var second) && TryParse(patch, out var third)
            ? new KedaVersion(first, second, third)
            : null;

    /// <inheritdoc/>
    public int CompareTo(KedaVersion other) => (Major, Minor, Patch).CompareTo((other.Major, other.Minor, other.Patch));

    /// <summary>Whether one comes before another.</summary>
    public static bool operator <(KedaVersion left, KedaVersion right) => left.CompareTo(right) < 0;

    /// <summary>Whether one comes after another.</summary>
    public static bool operator >(KedaVersion left, KedaVersion right) => left.CompareTo(right) > 0;

    /// <summary>Whether one does not come after another.</summary>
    public static bool operator <=(KedaVersion left, KedaVersion right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one does not come before another.</summary>
    public static bool operator >=(KedaVersion left, KedaVersion right) => left.CompareTo(right) >= 0;

    /// <summary>As <c>2.20.2</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}.{Patch}");

    private static bool TryParse(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
