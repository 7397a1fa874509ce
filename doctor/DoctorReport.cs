using KedaStack.Doctor.Chains;
using KedaStack.Infra.Settings.Problems;
using KedaStack.Resources.Cluster;

namespace KedaStack.Doctor;

/// <summary>What a doctor found.</summary>
/// <param name="Source">Where the answers are from.</param>
/// <param name="Why">Why from there.</param>
/// <param name="Diagnoses">The chains, worst first; at least one.</param>
internal sealed record DoctorReport(string Source, string Why, IReadOnlyList<Diagnosis> Diagnoses)
{
    /// <summary>The chain that is reported: the worst.</summary>
    public Diagnosis Worst => Diagnoses[0];

    /// <summary>What the process ends with: 2 when a link of any chain is broken, else 1 when what matters most could not be read, else 0.</summary>
    public int ExitCode => Diagnoses.Max(one => one.ExitCode);

    /// <summary>Reads answers that were saved, and judges them.</summary>
    /// <param name="file">The file.</param>
    /// <param name="ns">The namespace; null for the one that the file is about.</param>
    /// <param name="scaledObject">The ScaledObject; null for all.</param>
    /// <param name="problems">Gets what is wrong.</param>
    /// <returns>Null after a problem.</returns>
    public static DoctorReport? Offline(string file, string? ns, string? scaledObject, ICollection<SettingsProblem> problems)
    {
        if (AnswerFile.Read(file, problems) is not { } read)
        {
            return null;
        }

        if (ns is null && read.Namespaces is not [_])
        {
            problems.Add(SettingsProblem.Create(
                file, read.Namespaces.Count == 0 ? "is about no namespace" : "is about several namespaces", read.Namespaces.Count == 0 ? "no path of ScaledObjects or HPAs" : string.Join(", ", read.Namespaces),
                "say which one with --namespace"));
            return null;
        }

        return Of(read.Answers, ns ?? read.Namespaces[0], scaledObject, file, "a file", null, problems);
    }

    /// <summary>Judges answers.</summary>
    public static DoctorReport? Of(
        AnswerSet answers, string ns, string? scaledObject, string source, string why, DateTimeOffset? readAt, ICollection<SettingsProblem> problems)
    {
        if (answers.Get(ApiPath.Namespace(ns)).IsMissing)
        {
            problems.Add(SettingsProblem.Create("--namespace", "names no namespace of this cluster", Quoted.Text(ns), "see kubectl get namespaces"));
            return null;
        }

        var diagnoses = Doctor.Diagnoses.Of(answers, ns, scaledObject, readAt);
        if (scaledObject is not null && diagnoses is [{ Chain: { ScaledObject: null, Hpa: null } chain }] && !IsUnread(chain))
        {
            problems.Add(SettingsProblem.Create("--scaled-object", $"names no ScaledObject of namespace {ns}", Quoted.Text(scaledObject), $"see kubectl -n {ns} get scaledobjects"));
            return null;
        }

        return new DoctorReport(source, why, diagnoses);
    }

    private static bool IsUnread(Chain chain) =>
        chain.Answers.Get(ApiPath.ScaledObjects(chain.Namespace)).IsUnread || chain.Answers.Get(ApiPath.Hpas(chain.Namespace)).IsUnread;
}
