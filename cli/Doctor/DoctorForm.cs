using KedaStack.Cli.Shell;
using KedaStack.Doctor;
using KedaStack.Doctor.Upgrades;
using KedaStack.Reports.Doctor;

namespace KedaStack.Cli.Doctor;

/// <summary>Writes reports one after the other, with what changed since the one before marked.</summary>
/// <param name="terminal">Where to.</param>
/// <param name="isJson">Whether as JSON: the first one indented, further ones a line each.</param>
/// <param name="file">The file that is written instead of standard output; null for none.</param>
internal sealed class DoctorForm(Terminal terminal, bool isJson, string? file)
{
    private DoctorReport? _before;

    /// <summary>Writes a report.</summary>
    /// <returns>The exit code; that of a failure for null, whose problems have been written.</returns>
    public int Write(DoctorReport? report)
    {
        if (report is null)
        {
            return ExitCodes.Failure;
        }

        var text = isJson ? (_before is null ? DoctorJson.Write(report) : DoctorJson.WriteLine(report))
            : (_before is null ? "" : "\n") + DoctorText.Write(report, terminal.WidthFor(file), DoctorText.Changed(_before, report));
        _before = report;
        var written = OutputFile.WriteOrShow(file, text, terminal);
        return written == ExitCodes.Success ? report.ExitCode : written;
    }

    /// <summary>Writes what an upgrade breaks.</summary>
    /// <returns>The exit code; that of a failure for null, whose problems have been written.</returns>
    public int Write(UpgradeReport? report)
    {
        if (report is null)
        {
            return ExitCodes.Failure;
        }

        var text = isJson ? UpgradeJson.Write(report) : UpgradeText.Write(report, terminal.WidthFor(file));
        var written = OutputFile.WriteOrShow(file, text, terminal);
        return written == ExitCodes.Success ? report.ExitCode : written;
    }
}
