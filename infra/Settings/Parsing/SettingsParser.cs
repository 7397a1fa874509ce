using KedaStack.Infra.Settings.Catalogue;
using KedaStack.Infra.Settings.Parsing.Groups;
using KedaStack.Infra.Settings.Parsing.Platform;
using KedaStack.Infra.Settings.Parsing.Values;
using KedaStack.Infra.Settings.Parsing.Workloads;

namespace KedaStack.Infra.Settings.Parsing;

/// <summary>
/// Makes settings of what was given. Pulumi's config and the files that the CLI reads both end here, so that what is
/// previewed is what is deployed.
/// </summary>
public static class SettingsParser
{
    /// <summary>The settings when nothing is given: those of the catalogue.</summary>
    public static StackSettings Defaults =>
        Parse(RawSettings.Empty) is { IsValid: true } result
            ? result.Settings
            : throw new InvalidOperationException("The defaults of the settings catalogue do not pass their own checks.");

    /// <summary>Reads and checks everything; never throws for what a user wrote.</summary>
    /// <param name="raw">What was given; the rest has its default.</param>
    /// <returns>The settings, or all problems at once in the catalogue's order, unknown keys last.</returns>
    public static SettingsResult Parse(RawSettings raw)
    {
        var problems = new ProblemLog();
        UnknownKeys.Check(raw, problems);
        var settings = Read(new SettingsReader(raw, problems));
        return problems.IsEmpty ? SettingsResult.Valid(settings) : SettingsResult.Invalid(problems.Ordered());
    }

    private static StackSettings Read(SettingsReader reader)
    {
        var location = GeneralReader.Location(reader);
        var workload = WorkloadReader.Read(reader);
        var monitoring = MonitoringReader.Read(reader, location);
        var scaling = ScalingReader.Read(reader);
        var keda = KedaReader.Read(reader, workload.Namespace);
        var platform = PlatformReader.Read(reader, keda.Installation);
        var samples = reader.Words(SettingKeys.Samples, SettingWords.Samples);
        return new StackSettings
        {
            Location = location ?? "",
            Cloud = CloudReader.Read(reader, location, monitoring.Location),
            NamePrefix = GeneralReader.NamePrefix(reader) ?? "",
            ResourceGroup = GeneralReader.ResourceGroup(reader),
            Tags = TagReader.Read(reader),
            Protect = reader.Boolean(SettingKeys.Protect).GetValueOrDefault(),
            AllowReplacement = reader.Words(SettingKeys.AllowReplacement, SettingWords.AllowReplacement),
            Admins = AdminReader.Read(reader),
            SuppressedChecks = SuppressedCheckReader.Read(reader),
            Cluster = AutomaticCluster.Check(reader, ClusterReader.Read(reader), platform, keda),
            Monitoring = monitoring,
            Platform = platform,
            Keda = keda,
            ScrapeLabels = reader.Labels(SettingKeys.ScrapeLabels),
            Samples = samples,
            Workload = workload,
            Scaling = scaling,
            Workloads = WorkloadsReader.Read(reader, samples.Contains(Sample.Http) ? workload.Namespace : null),
        };
    }
}
