using System.Globalization;
using System.Net;
using KedaStack.Local.Service;

namespace KedaStack.Local.Benchmarks;

/// <summary>What the Service adds to the latency of a request with a connection of its own. Client, Service and responder
/// share this process and its cores.</summary>
internal static class ForwarderBenchmark
{
    private const int PerSecond = 2000;

    private static readonly TimeSpan _warmUp = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan _duration = TimeSpan.FromSeconds(10);

    /// <summary>Runs it.</summary>
    public static async Task RunAsync(TextWriter output)
    {
        using var responder = new Responder();
        await using var service = new ServiceForwarder(seed: 1);
        service.Add(new ServiceEndpoint(responder.Address));
        await OpenLoopClient.RunAsync(service.Address, PerSecond, _warmUp);
        await OpenLoopClient.RunAsync(responder.Address, PerSecond, _warmUp);

        var direct = await MeasureAsync(output, "straight to the responder", responder.Address);
        var forwarded = await MeasureAsync(output, "through the Service", service.Address);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"added: p50 {At(forwarded, 0.5) - At(direct, 0.5):0.00} ms, p99 {At(forwarded, 0.99) - At(direct, 0.99):0.00} ms"));
    }

    private static async Task<double[]> MeasureAsync(TextWriter output, string name, IPEndPoint target)
    {
        var before = Environment.CpuUsage.TotalTime;
        var (latencies, failed) = await OpenLoopClient.RunAsync(target, PerSecond, _duration);
        var cores = (Environment.CpuUsage.TotalTime - before) / _duration;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{PerSecond} new connections/s {name}: p50 {At(latencies, 0.5):0.00} ms, p99 {At(latencies, 0.99):0.00} ms, {failed} failed, {cores:0.00} cores in all"));
        return latencies;
    }

    private static double At(double[] ascending, double share) => ascending[(int)Math.Ceiling(share * ascending.Length) - 1];
}
