namespace KedaStack.Infra.Settings;

/// <summary>The names of what the sample is made of, in its namespace.</summary>
internal static class SampleNames
{
    /// <summary>The app and its ScaledObject.</summary>
    public const string App = "sample-app";

    /// <summary>The load generator.</summary>
    public const string LoadGenerator = "load-generator";
}
