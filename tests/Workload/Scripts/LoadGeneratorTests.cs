using System.Globalization;
using System.Net;
using System.Net.Sockets;
using KedaStack.Tests.Workload.Scripts.Running;

namespace KedaStack.Tests.Workload.Scripts;

public sealed class LoadGeneratorTests
{
    private const string Nowhere = "http://127.0.0.1:1/";

    private static readonly (string Name, string Value) _reportOften = ("REPORT_SECONDS", "0.2");

    /// <summary>So that a machine too busy to answer in time is not taken for an error.</summary>
    private static readonly (string Name, string Value) _patient = ("TIMEOUT_SECONDS", "60");

    [PythonFact]
    public async Task Target_Slow_DoesNotSlowTheRate()
    {
        using var app = await SampleApp.StartAsync(("WORK_MILLISECONDS", "1000"));
        using var generator = LoadGenerator.Start(app.Url, 40, ("DURATION_SECONDS", "3"), _patient);

        var total = await generator.WaitForTotalAsync();

        Assert.Equal(120, total.Sent + total.Dropped);
        Assert.Equal(total.Sent, total.Ok);
        Assert.True(total.Sent >= 100, $"sent {total.Sent} of 120");
        Assert.True(total.P50Milliseconds >= 990, $"p50 is {total.P50Milliseconds} ms");
        Assert.Equal(total.Ok, await app.StopAsync());
    }

    [PythonFact]
    public async Task Load_BeyondMaxInFlight_IsDroppedAndReported()
    {
        using var app = await SampleApp.StartAsync(("WORK_MILLISECONDS", "3000"));
        using var generator = LoadGenerator.Start(
            app.Url, 100, ("DURATION_SECONDS", "1"), ("MAX_IN_FLIGHT", "5"), _patient);

        var total = await generator.WaitForTotalAsync();

        // Five are all that fit, unless the generator itself was held up until some were answered.
        Assert.InRange(total.Sent, 5, 50);
        Assert.Equal(100, total.Sent + total.Dropped);
        Assert.Equal(total.Sent, total.Ok);
        Assert.Equal(total.Ok, await app.StopAsync());
    }

    [PythonFact]
    public async Task Target_DownThenUp_ErrorsAreReportedThenItRecovers()
    {
        // Bound but not listening, the port refuses connections and nobody else gets it; both sockets allow reuse.
        using var reservation = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        reservation.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        reservation.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var port = ((IPEndPoint)reservation.LocalEndPoint!).Port;

        using var generator = LoadGenerator.Start($"http://127.0.0.1:{port}/", 50, _reportOften, _patient);
        await generator.WaitForIntervalAsync(report => report.Count("errors_refused") > 0 && report.Ok == 0);
        using var app = await SampleApp.StartAsync(("PORT", port.ToString(CultureInfo.InvariantCulture)));
        await generator.WaitForIntervalAsync(report => report.Ok > 0 && report.Errors == 0);
        var total = await generator.StopAsync();

        Assert.True(total.Count("errors_refused") > 0);
        Assert.Equal(total.Ok, await app.StopAsync());
    }

    [PythonFact]
    public async Task Terminate_RequestsInFlight_AreFinishedAndCounted()
    {
        using var app = await SampleApp.StartAsync(("WORK_MILLISECONDS", "1000"));
        using var generator = LoadGenerator.Start(app.Url, 50, _reportOften, _patient);

        await generator.WaitForIntervalAsync(report => report.InFlight >= 5);
        var total = await generator.StopAsync();

        Assert.True(total.Sent >= 5);
        Assert.Equal(total.Sent, total.Ok);
        Assert.Equal(total.Ok, await app.StopAsync());
    }

    [PythonFact]
    public async Task Terminate_AppUnderItsLoad_CountsOfBothSidesAgree()
    {
        using var app = await SampleApp.StartAsync(("WORK_MILLISECONDS", "50"));
        using var generator = LoadGenerator.Start(app.Url, 100, _reportOften, _patient);

        await generator.WaitForIntervalAsync(report => report.Ok > 0);
        var served = await app.StopAsync();
        await generator.WaitForIntervalAsync(report => report.Errors > 0 && report.Ok == 0);
        var total = await generator.StopAsync();

        Assert.Equal(served, total.Ok);
        Assert.Equal(total.Errors, total.Count("errors_refused"));
    }

    [PythonFact]
    public async Task Name_Unknown_IsAnErrorAndItGoesOn()
    {
        using var generator = LoadGenerator.Start(
            "http://sample-app.invalid/", 20, _reportOften, ("RES_OPTIONS", "timeout:1 attempts:1"));

        await generator.WaitForIntervalAsync(report => report.Count("errors_dns") > 0);
        var total = await generator.StopAsync();

        Assert.Equal(0, total.Ok);
    }

    [PythonFact]
    public async Task Status_NotOk_IsAnErrorWithItsCode()
    {
        using var app = await SampleApp.StartAsync();
        using var generator = LoadGenerator.Start(app.Url + new string('x', 20_000), 20, ("DURATION_SECONDS", "0.5"));

        var total = await generator.WaitForTotalAsync();

        Assert.Equal(10, total.Count("errors_status_431"));
        Assert.Equal(10, total.Errors);
    }

    [PythonFact]
    public async Task Rate_Zero_IsIdle()
    {
        using var generator = LoadGenerator.Start(Nowhere, 0, _reportOften);

        await generator.WaitForIntervalAsync(report => report.Sent == 0);
        var total = await generator.StopAsync();

        Assert.Equal(0, total.Sent);
        Assert.Equal("-", total.Values["p99_ms"]);
    }

    [PythonFact]
    public async Task StandardInput_AtItsEnd_StopsWhenAskedTo()
    {
        using var generator = LoadGenerator.Start(Nowhere, 20, _reportOften, ("STOP_ON_STDIN_EOF", "1"));

        await generator.WaitForIntervalAsync(report => report.Sent > 0);
        generator.Process.CloseInput();

        Assert.True((await generator.WaitForTotalAsync()).Errors > 0);
    }
}
