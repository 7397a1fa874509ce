using System.Globalization;
using KedaStack.Cli.Shell;
using KedaStack.Scaling.Tuning;

namespace KedaStack.Cli.Tune;

/// <summary>Shows how far a search is.</summary>
/// <param name="progress">The line that shows it.</param>
internal sealed class TuneProgress(ProgressLine progress) : IProgress<TuningProgress>
{
    /// <inheritdoc/>
    public void Report(TuningProgress value) => progress.Report(
        value.IsFinishing
            ? "Running the best again"
            : string.Create(CultureInfo.InvariantCulture, $"Tried {value.Candidates:#,0} settings"),
        value.Share);
}
