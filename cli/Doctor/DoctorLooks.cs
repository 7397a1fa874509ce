using KedaStack.Cli.Shell;
using KedaStack.Doctor;
using KedaStack.Infra.Settings.Problems;
using KedaStack.Resources.Cluster;
using KedaStack.Resources.Cluster.Live;

namespace KedaStack.Cli.Doctor;

/// <summary>Looks at a cluster, once or again and again.</summary>
/// <param name="doctor">Looks.</param>
/// <param name="form">Writes what was found.</param>
/// <param name="terminal">Where problems go.</param>
/// <param name="time">The clock that tells when to look again.</param>
internal sealed class DoctorLooks(LiveDoctor doctor, DoctorForm form, Terminal terminal, TimeProvider time)
{
    /// <summary>How long it waits before it looks again.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(5);

    /// <summary>The file that the answers are saved in; null for none.</summary>
    public string? File { get; init; }

    /// <summary>Whether to look again until it is given up.</summary>
    public bool IsWatch { get; init; }

    /// <summary>Looks.</summary>
    /// <param name="cancellationToken">Gives up at once, with an exception.</param>
    /// <returns>The exit code of the last look.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var isFirst = true;
        while (true)
        {
            var problems = new List<SettingsProblem>();
            var look = await doctor.LookAsync(problems, cancellationToken);
            terminal.Note(problems);
            var code = Saved(form.Write(look?.Report), look?.Answers, File, terminal);
            // What was there may come back; what never was is a slip of the pen.
            if (!IsWatch || (look is null && isFirst))
            {
                return code;
            }

            isFirst = false;
            await Task.Delay(Period, time, cancellationToken);
        }
    }

    /// <summary>The exit code after the answers were saved, where they are to be.</summary>
    public static int Saved(int code, AnswerSet? answers, string? file, Terminal terminal)
    {
        var written = answers is null || file is null ? ExitCodes.Success : OutputFile.Write(file, AnswerFile.Write(answers.All.Select(Bundle.Of)), terminal);
        return written == ExitCodes.Success ? code : written;
    }
}
