using System.Globalization;

namespace KedaStack.Truth.Recordings;

/// <summary>The versions that a loop ran with.</summary>
/// <param name="Kubernetes">That of the controllers: <c>1.37.2</c>.</param>
/// <param name="Keda">KEDA's: <c>2.21.0</c>.</param>
/// <param name="Prometheus">Prometheus': <c>3.16</c>.</param>
public sealed record RecordedVersions(string Kubernetes, string Keda, string Prometheus)
{
    /// <summary>The minor version of the controllers: 37.</summary>
    public int KubernetesMinor => Part(Kubernetes, 1);

    /// <summary>KEDA's minor version: 21.</summary>
    public int KedaMinor => Part(Keda, 1);

    /// <summary>KEDA's patch version: 0.</summary>
    public int KedaPatch => Part(Keda, 2);

    private static int Part(string version, int place) => version.Split('.') is var parts && place < parts.Length
        && int.TryParse(parts[place], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new RecordingFormatException($"The version \"{version}\" has no whole number in place {place + 1}.");
}
