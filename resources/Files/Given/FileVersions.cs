using System.Globalization;
using KedaStack.Infra.Cluster;
using KedaStack.Infra.Settings.Problems;
using KedaStack.Scaling.Hpa.Semantics;
using KedaStack.Scaling.Keda.Semantics;

namespace KedaStack.Resources.Files.Given;

/// <summary>The versions that files are for.</summary>
/// <param name="Keda">That of KEDA.</param>
/// <param name="KubernetesMinor">The minor version of Kubernetes 1.</param>
/// <param name="Notes">What was assumed, in sentences.</param>
internal sealed record FileVersions(KedaVersion Keda, int KubernetesMinor, IReadOnlyList<string> Notes)
{
    /// <summary>Reads them.</summary>
    /// <param name="keda">The version of KEDA: 2.19 or 2.19.0; null for the newest known, or the add-on's of a Kubernetes that is given.</param>
    /// <param name="kubernetes">The version of Kubernetes; null for the newest known.</param>
    /// <param name="problems">Gets what is wrong.</param>
    public static FileVersions Read(string? keda, string? kubernetes, List<SettingsProblem> problems)
    {
        var minor = AksVersions.MinorOf(kubernetes?.Trim());
        if (kubernetes is not null && minor is null)
        {
            problems.Add(SettingsProblem.Create("--kubernetes-version", "is not a version of Kubernetes", Quoted.Text(kubernetes), "write one such as 1.36"));
        }

        var given = keda is null ? null : KedaVersion.TryParse(keda.Trim()) ?? KedaVersion.TryParse($"{keda.Trim()}.0");
        if (keda is not null && given is null)
        {
            problems.Add(SettingsProblem.Create("--keda-version", "is not a version of KEDA", Quoted.Text(keda), "write one such as 2.19"));
        }

        if (given is not null || minor is null)
        {
            return new FileVersions(given ?? KedaVersion.Newest, minor ?? HpaSemantics.NewestMinor, []);
        }

        var addOn = AksVersions.Of(minor.Value);
        return new FileVersions(addOn.Keda, minor.Value,
        [
            string.Create(
                CultureInfo.InvariantCulture,
                $"assumed KEDA {addOn.Keda}, the add-on's of AKS {addOn.Name} by the table of {AksVersions.Read:MMMM yyyy}; --keda-version names another one"),
        ]);
    }
}
