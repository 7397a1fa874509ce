using KedaStack.Local.Pods;
using KedaStack.Local.Processes;
using KedaStack.Scaling.Prometheus;

namespace KedaStack.Local.Metrics.Prometheus;

/// <summary>The target file for a Prometheus with a configuration of its own: always at the same path, and there only
/// during a run.</summary>
internal sealed class ExistingTargetFile : IDisposable
{
    private const string Name = "kedastack-targets.json";

    private readonly TargetFile _file;

    private ExistingTargetFile(TargetFile file) => _file = file;

    /// <summary>The file.</summary>
    public string Path => _file.Path;

    /// <summary>Makes the file.</summary>
    /// <exception cref="LocalRunException">Another run has it, or it cannot be written.</exception>
    public static ExistingTargetFile Create(ProcessHost host, PodTemplate template, IReadOnlyList<LabelMatcher> labels)
    {
        var path = System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetTempPath(), Name));
        // Two runs with the same labels in one Prometheus would be one app to the query.
        if (!host.Guard.TryTakeFile(path))
        {
            throw new LocalRunException($"{path}: belongs to another run with --prometheus (or {path}.lock cannot be written); "
                + "end that one first, or run without --prometheus");
        }

        var file = new TargetFile(path, host.Directory.PathOf(Name), template, labels);
        file.Write([]);
        return new ExistingTargetFile(file);
    }

    /// <summary>Writes the file.</summary>
    /// <param name="targets">The replicas.</param>
    public void Write(IReadOnlyList<PodPlace> targets) => _file.Write(targets);

    /// <inheritdoc/>
    public void Dispose() => File.Delete(Path);
}
