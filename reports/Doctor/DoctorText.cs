using KedaStack.Doctor;
using KedaStack.Doctor.Chains;
using KedaStack.Doctor.Evidence;
using KedaStack.Reports.Writing;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Writing;

namespace KedaStack.Reports.Doctor;

/// <summary>A doctor's report for people.</summary>
internal static class DoctorText
{
    private const int MostOthers = 20;

    /// <summary>Writes it.</summary>
    /// <param name="report">The report.</param>
    /// <param name="widthColumns">The width to wrap lines at.</param>
    /// <param name="marked">The links whose lines are marked as changed.</param>
    public static string Write(DoctorReport report, int widthColumns, IReadOnlySet<string>? marked = null)
    {
        var page = new TextPage(widthColumns);
        var diagnosis = report.Worst;
        page.Line($"{report.Source} ({report.Why}), namespace {diagnosis.Chain.Namespace}{Versions(diagnosis.Chain)}");
        page.Line(Head(diagnosis.Chain));
        page.Line("");
        page.Table([.. diagnosis.Links.Select(link => new[] { $"{(marked?.Contains(link.Id) == true ? "* " : "")}{Word(link.Verdict.State)}", link.Id, Line(link) })]);
        if (diagnosis.First is { } first)
        {
            page.Heading($"{(first.Verdict.State == LinkState.Fail ? "First broken link" : "First warning")}: {first.Id}");
            page.Item($"found  {first.Verdict.Found}");
            page.Item($"means  {first.Verdict.Means}");
            page.Item($"mend   {CommandName.In(first.Verdict.Mend ?? "")}");
        }

        if (diagnosis.WhyNothing is { } nothing)
        {
            page.Heading($"Nothing could be read: {nothing}");
            page.Item("mend   see what kubectl get --raw /version says: the cluster may be stopped, the network or its VPN away, the sign-in over (kubelogin, az aks get-credentials)");
        }

        page.Line("");
        page.Line(diagnosis.Prediction);
        Others(page, report);
        page.Line(Summary(diagnosis));
        return page.ToString();
    }

    /// <summary>The links whose lines are not what they were before.</summary>
    /// <param name="before">The report before; null for none.</param>
    /// <param name="now">The report.</param>
    public static IReadOnlySet<string> Changed(DoctorReport? before, DoctorReport now) => before is null ? new HashSet<string>()
        : now.Worst.Links.Where(link => before.Worst.Links.Any(old => old.Id == link.Id && (old.Verdict.State, Line(old)) != (link.Verdict.State, Line(link)))).Select(link => link.Id).ToHashSet();

    /// <summary>The word of a state.</summary>
    public static string Word(LinkState state) => state switch
    {
        LinkState.Pass => "pass",
        LinkState.Warning => "warning",
        LinkState.Fail => "FAIL",
        LinkState.NotRead => "not read",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "There is no such state."),
    };

    /// <summary>What was found of a link, and from which other it follows.</summary>
    public static string Line(LinkResult link) => link.FollowsFrom is { } from ? $"{link.Verdict.Found} (follows from {from})" : link.Verdict.Found;

    private static string Versions(Chain chain)
    {
        var keda = chain.Keda.Operators is [var one, ..] ? KedaInstallation.VersionTextOf(one) : null;
        return (chain.KubernetesVersion is { } kubernetes ? $"; Kubernetes {kubernetes}" : "") + (keda is null ? "" : $", KEDA {keda}");
    }

    private static string Head(Chain chain) => chain switch
    {
        { ScaledObject: null, Hpa: null } => "No ScaledObject and no HPA",
        { ScaledObject: null } => $"HPA {chain.Name} -> {chain.TargetKind} {chain.TargetName}",
        { Hpa: null } => $"ScaledObject {chain.Name} -> no HPA -> {chain.TargetKind} {chain.TargetName}",
        _ => $"ScaledObject {chain.Name} -> HPA {chain.Hpa.Text("metadata.name")} -> {chain.TargetKind} {chain.TargetName}",
    };

    private static void Others(TextPage page, DoctorReport report)
    {
        if (report.Diagnoses.Count == 1)
        {
            return;
        }

        page.Heading($"{Shown.Count(report.Diagnoses.Count - 1, "other chain")} of this namespace; --scaled-object NAME reports one");
        foreach (var other in report.Diagnoses.Skip(1).Take(MostOthers))
        {
            page.Item($"{other.Chain.Name}: {(other.First is { } first ? $"{Word(first.Verdict.State)} {first.Id}: {first.Verdict.Found}" : "all is well")}");
        }

        if (report.Diagnoses.Count - 1 > MostOthers)
        {
            page.Item($"and {ShownNumber.Count(report.Diagnoses.Count - 1 - MostOthers)} more");
        }

        page.Line("");
    }

    private static string Summary(Diagnosis diagnosis)
    {
        int Of(LinkState state) => diagnosis.Links.Count(link => link.Verdict.State == state);
        return $"{ShownNumber.Count(Of(LinkState.Pass))} passed, {Shown.Count(Of(LinkState.Warning), "warning")}, {ShownNumber.Count(Of(LinkState.Fail))} failed, {ShownNumber.Count(Of(LinkState.NotRead))} not read";
    }
}
