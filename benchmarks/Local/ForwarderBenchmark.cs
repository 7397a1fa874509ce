using System.Globalization;
using KedaStack.Local.Service;

namespace KedaStack.Local.Benchmarks;

/// <summary>
/// What the Service adds to the latency of a request with a connection of its own. Client, Service and responder share this
/// process and its cores; some requests go straight to the responder at the same time, to compare with.
/// </summary>
internal static class ForwarderBenchmark
{
    private const int ForwardedPerSecond = 2000;
    private const int StraightPerSecond = 100;

    private static readonly TimeSpan _warmUp = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan _duration = TimeSpan.FromSeconds(20);

    /// <summary>Runs it.</summary>
    public static async Task RunAsync(TextWriter output)
    {
        using var responder = new Responder();
        await using var service = new ServiceForwarder(seed: 1);
        service.Add(new ServiceEndpoint(responder.Address));
        await OpenLoopClient.RunAsync(service.Address, ForwardedPerSecond, _warmUp);

        var before = Environment.CpuUsage.TotalTime;
        var both = await Task.WhenAll(
            OpenLoopClient.RunAsync(service.Address, ForwardedPerSecond, _duration),
            OpenLoopClient.RunAsync(responder.Address, StraightPerSecond, _duration));
        var cores = (Environment.CpuUsage.TotalTime - before) / _duration;
        var ((forwarded, failed), (straight, _)) = (both[0], both[1]);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{ForwardedPerSecond} new connections/s through the Service: p50 {At(forwarded, 0.5):0.00} ms, p99 {At(forwarded, 0.99):0.00} ms, {failed} failed, {cores:0.00} cores with client and responder"));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{StraightPerSecond} at the same time straight to the responder: p50 {At(straight, 0.5):0.00} ms, p99 {At(straight, 0.99):0.00} ms"));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"added: p50 {At(forwarded, 0.5) - At(straight, 0.5):0.00} ms, p99 {At(forwarded, 0.99) - At(straight, 0.99):0.00} ms"));
    }

    private static double At(double[] ascending, double share) => ascending[(int)Math.Ceiling(share * ascending.Length) - 1];
}
