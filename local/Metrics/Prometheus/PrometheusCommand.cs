using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using KedaStack.Local.Processes;
using KedaStack.Scaling.Quantities;

namespace KedaStack.Local.Metrics.Prometheus;

/// <summary>How a Prometheus server is started that finds its targets in a file.</summary>
internal static class PrometheusCommand
{
    // Hidden, so that it may go: then replicas become known 5 s later on the clock.
    private const string DiscoveryFlag = "--scrape.discovery-reload-interval=100ms";

    private static readonly TimeSpan _longestScrape = TimeSpan.FromSeconds(10);

    /// <summary>The flags that not every version knows, of those that this one does.</summary>
    /// <param name="program">The path of the server.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="LocalRunException">It cannot be run.</exception>
    public static async Task<IReadOnlyList<string>> FlagsAsync(string program, CancellationToken cancellationToken)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, [DiscoveryFlag, "--version"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0 ? [DiscoveryFlag] : [];
        }
        catch (Win32Exception exception)
        {
            throw new LocalRunException($"{program}: cannot be run ({exception.Message}); take it off the PATH to run with the built-in scraper");
        }
    }

    /// <summary>The command line.</summary>
    /// <param name="program">The path of the server.</param>
    /// <param name="configuration">The path of its configuration.</param>
    /// <param name="dataDirectory">Where its data is.</param>
    /// <param name="port">Its port on the loopback address.</param>
    /// <param name="flags">See <see cref="FlagsAsync"/>.</param>
    public static IReadOnlyList<string> Line(
        string program, string configuration, string dataDirectory, int port, IReadOnlyList<string> flags) =>
    [
        program,
        $"--config.file={configuration}",
        $"--storage.tsdb.path={dataDirectory}",
        FormattableString.Invariant($"--web.listen-address={IPAddress.Loopback}:{port}"),
        "--log.level=warn",
        .. flags,
    ];

    /// <summary>The configuration, as JSON, which is YAML too.</summary>
    /// <param name="interval">The scrape interval on the clock.</param>
    /// <param name="targetFile">The path of the file with the targets.</param>
    public static string Configuration(TimeSpan interval, string targetFile) => new JsonObject
    {
        ["global"] = new JsonObject
        {
            ["scrape_interval"] = PrometheusDuration.Format(interval),
            ["scrape_timeout"] = PrometheusDuration.Format(interval < _longestScrape ? interval : _longestScrape),
        },
        ["scrape_configs"] = new JsonArray(new JsonObject
        {
            ["job_name"] = "kedastack",
            ["file_sd_configs"] = new JsonArray(new JsonObject { ["files"] = new JsonArray(targetFile) }),
        }),
    }.ToJsonString();
}
