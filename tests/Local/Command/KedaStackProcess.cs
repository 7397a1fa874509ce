using System.Diagnostics;
using System.Globalization;
using KedaStack.Tests.Shared;
using KedaStack.Tests.Workload.Scripts.Running;

namespace KedaStack.Tests.Local.Command;

/// <summary>The command as a process of its own, with a directory of its own for temporary files.</summary>
internal sealed class KedaStackProcess : IDisposable
{
    /// <summary>A run that only ends when it is ended.</summary>
    public static readonly string[] Endless = ["--traffic", "0s:60", "--duration", "10h", "--speed", "20", "--headless"];

    private readonly TemporaryDirectory? _own;
    private readonly string _directory;
    private readonly Process _process;
    private readonly List<string> _lines = [];

    /// <param name="path">The PATH; null for that of the tests.</param>
    /// <param name="arguments">The command line after <c>local</c>.</param>
    public KedaStackProcess(string? path, params string[] arguments)
        : this(path, temporary: null, arguments)
    {
    }

    /// <param name="path">The PATH; null for that of the tests.</param>
    /// <param name="temporary">The directory for temporary files; null for one of its own.</param>
    /// <param name="arguments">The command line after <c>local</c>.</param>
    public KedaStackProcess(string? path, string? temporary, string[] arguments)
    {
        _own = temporary is null ? new TemporaryDirectory() : null;
        _directory = temporary ?? _own!.Path;
        var start = ProcessSteering.Interruptible(
            Environment.ProcessPath!,
            [Path.Combine(AppContext.BaseDirectory, "kedastack.dll"), "local", "--directory", RepositoryRoot.Path, .. arguments]);
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.Environment["TMPDIR"] = _directory;
        start.Environment["DOTNET_EnableDiagnostics"] = "0"; // whose files outlive a process that is killed
        start.Environment["PATH"] = path ?? start.Environment["PATH"];
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Add(line.Data);
        _process.ErrorDataReceived += (_, line) => Add(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>An endless run, once everything in it runs.</summary>
    public static async Task<KedaStackProcess> RunningAsync(params string[] arguments)
    {
        var process = new KedaStackProcess(null, [.. Endless, .. arguments]);
        await process.WaitForLineAsync("The load is 60 req/s.");
        await Eventually.TrueAsync(() => process.Children().Count >= 4, "no guard, replica and load generators");
        return process;
    }

    public int Id => _process.Id;

    /// <summary>What it wrote, to standard output or error.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lines)
            {
                return [.. _lines];
            }
        }
    }

    /// <summary>Its directory for temporary files.</summary>
    public string TemporaryDirectory => _directory;

    /// <summary>What it has in its directory for temporary files.</summary>
    public IReadOnlyList<string> TemporaryFiles => Directory.GetFileSystemEntries(_directory);

    /// <summary>The processes that it started and that still run: each has its directory on the command line.</summary>
    public IReadOnlyList<int> Children() => [.. Directory.GetDirectories("/proc")
        .Select(Path.GetFileName)
        .Where(name => int.TryParse(name, CultureInfo.InvariantCulture, out var id) && id != Id && CommandLine(id).Contains(_directory, StringComparison.Ordinal))
        .Select(name => int.Parse(name!, CultureInfo.InvariantCulture))];

    public Task<string> WaitForLineAsync(string part) => Eventually.GetAsync(
        () => Lines.FirstOrDefault(line => line.Contains(part, StringComparison.Ordinal)), () => string.Join('\n', Lines));

    public void Signal(int number) => _process.Signal(number);

    public Task<int> WaitForExitAsync() => _process.WaitForExitCodeAsync();

    public void Dispose()
    {
        _process.End();

        // The guard removes what the process left; then the directory can go.
        SpinWait.SpinUntil(() => TemporaryFiles.Count == 0, Eventually.Deadline);
        _process.Dispose();
        _own?.Dispose();
    }

    private static string CommandLine(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/cmdline");
        }
        catch (IOException)
        {
            return ""; // it has just ended
        }
    }

    private void Add(string? line)
    {
        if (line is not null)
        {
            lock (_lines)
            {
                _lines.Add(line);
            }
        }
    }
}
