using KedaStack.Infra.Settings;
using KedaStack.Infra.Settings.Problems;
using KedaStack.Infra.Settings.Workloads;
using KedaStack.Infra.Workload;

namespace KedaStack.Resources.Workloads;

/// <summary>Chooses which of a stack's workloads a command is about.</summary>
internal static class WorkloadChoice
{
    /// <summary>The option that names one.</summary>
    public const string Option = "--workload";

    /// <summary>The workload.</summary>
    /// <param name="settings">The stack.</param>
    /// <param name="name">Its name; null for the first of <c>workloads</c>, or the sample app where there is none.</param>
    /// <param name="problems">Gets what is wrong.</param>
    /// <returns>Null for the sample app, and after a problem.</returns>
    public static ScaledWorkloadSettings? Find(StackSettings settings, string? name, ICollection<SettingsProblem> problems)
    {
        if (name is null && settings.Workloads.Count > 0)
        {
            return settings.Workloads[0];
        }

        if ((name ?? SampleApp.AppName) == SampleApp.AppName && settings.HasSampleApp)
        {
            return null;
        }

        if (settings.Workloads.FirstOrDefault(workload => workload.Name == name) is { } workload)
        {
            return workload;
        }

        string[] names = [.. settings.Workloads.Select(workload => workload.Name), .. settings.HasSampleApp ? [SampleApp.AppName] : (string[])[]];
        problems.Add(names.Length == 0
            ? SettingsProblem.Create(Option, "has nothing to choose", "a stack that scales nothing", "list http in samples or an app in workloads")
            : SettingsProblem.Create(
                Option, "is no workload of the stack", Quoted.Text(name!),
                EditDistance.Nearest(name!, names) is { } nearest ? $"did you mean {nearest}?" : $"write {string.Join(" or ", names)}"));
        return null;
    }

    /// <summary>Which one it is, where there was a choice; null where there was none.</summary>
    /// <param name="settings">The stack.</param>
    /// <param name="chosen">The workload; null for the sample app.</param>
    public static string? Note(StackSettings settings, ScaledWorkloadSettings? chosen)
    {
        string[] others =
        [
            .. settings.Workloads.Where(workload => workload != chosen).Select(workload => workload.Name),
            .. settings.HasSampleApp && chosen is not null ? [SampleApp.AppName] : (string[])[],
        ];
        return others.Length == 0 ? null
            : $"This is about {chosen?.Name ?? SampleApp.AppName}; {Option} takes {string.Join(", ", others)}, too.";
    }
}
