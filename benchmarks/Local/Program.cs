using KedaStack.Local.Benchmarks;

await ForwarderBenchmark.RunAsync(Console.Out);
await RunBenchmark.RunAsync(Console.Out);
