using System.Globalization;
using KedaStack.Cli.Doctor;
using KedaStack.Cli.Shell;
using KedaStack.Doctor;
using KedaStack.Resources.Cluster.Live;
using KedaStack.Tests.Scaling.Prometheus.Client.Fakes;
using KedaStack.Tests.Shared;
using Microsoft.AspNetCore.Http;

namespace KedaStack.Tests.Doctor.Live;

/// <summary>The doctor that looks again and again, by a clock that does not wait.</summary>
public sealed class WatchTests
{
    [Fact]
    public async Task Watch_OfAClusterThatChanges_MarksTheLinesThatDid()
    {
        await using var server = await LiveCommand.ServeAsync("all-well");
        using var stop = new CancellationTokenSource();
        var looks = new Looks();
        server.Instead = context =>
        {
            looks.Count(context.Request, look =>
            {
                if (look == 3)
                {
                    server.Change(RepositoryRoot.PathOf($"{LiveCommand.Chains}/adapter-down.json"));
                }
                else if (look == 5)
                {
                    stop.Cancel();
                }
            });
            return Task.FromResult(false);
        };

        var (output, time) = await WatchAsync(server, stop.Token);

        var reports = output.Split("replay (a test)", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(4, reports.Length);
        Assert.Empty(Marked(reports[0]));
        Assert.Empty(Marked(reports[1]));
        Assert.NotEmpty(Marked(reports[2]));
        Assert.Empty(Marked(reports[3]));
        Assert.Equal([DoctorLooks.Period, DoctorLooks.Period, DoctorLooks.Period, DoctorLooks.Period], time.Waits);
    }

    [Fact]
    public async Task Watch_OfAServerThatGoesAndComesBack_GoesOn()
    {
        await using var server = await LiveCommand.ServeAsync("all-well");
        using var stop = new CancellationTokenSource();
        var looks = new Looks();
        server.Instead = context =>
        {
            var look = looks.Count(context.Request, one =>
            {
                if (one == 4)
                {
                    stop.Cancel();
                }
            });
            if (look == 2)
            {
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            }

            return Task.FromResult(look == 2);
        };

        var (output, _) = await WatchAsync(server, stop.Token);

        var reports = output.Split("replay (a test)", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, reports.Length);
        Assert.Contains("0 failed, 1 not read", reports[0], StringComparison.Ordinal);
        Assert.Contains("Nothing could be read: HTTP 503", reports[1], StringComparison.Ordinal);
        Assert.Contains("0 failed, 1 not read", reports[2], StringComparison.Ordinal);
    }

    private static IEnumerable<string> Marked(string report) => report.Split('\n').Where(line => line.TrimStart().StartsWith("* ", StringComparison.Ordinal));

    private static async Task<(string Output, ManualTime Time)> WatchAsync(ReplayServer server, CancellationToken stop)
    {
        using var http = new HttpClient();
        var output = new StringWriter(CultureInfo.InvariantCulture);
        var terminal = new Terminal(output, TextWriter.Null, widthColumns: null);
        var time = new ManualTime(skipsBelow: TimeSpan.FromMinutes(1));
        var doctor = new LiveDoctor(new ApiReader(http, new Uri(server.Address), (_, _) => Task.CompletedTask), "replay", "a test", "all-well", TimeProvider.System) { Timeout = TimeSpan.FromSeconds(20) };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => new DoctorLooks(doctor, new DoctorForm(terminal, isJson: false, file: null), terminal, time) { IsWatch = true }.RunAsync(stop));
        return (output.ToString(), time);
    }

    /// <summary>Which look a request belongs to: each asks for a path once, one look after the other.</summary>
    private sealed class Looks
    {
        private readonly Lock _lock = new();
        private readonly Dictionary<string, int> _asked = [];
        private int _last;

        /// <summary>The look that goes on, from 1; a request that was asked as often as there were looks begins one.</summary>
        /// <param name="request">The request.</param>
        /// <param name="begin">What is done before the first request of a look is answered.</param>
        public int Count(HttpRequest request, Action<int> begin)
        {
            lock (_lock)
            {
                var path = request.Path + request.QueryString.Value;
                var look = _asked[path] = _asked.GetValueOrDefault(path) + 1;
                if (look > _last)
                {
                    _last = look;
                    begin(look);
                }

                return _last;
            }
        }
    }
}
