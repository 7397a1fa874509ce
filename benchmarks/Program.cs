using BenchmarkDotNet.Running;
using KedaStack.Benchmarks;

if (args is [AccuracyCommand.Name, ..])
{
    return AccuracyCommand.Run(Console.Out);
}

if (args is [LotsCommand.Name, ..])
{
    return LotsCommand.Run(Console.Out);
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
