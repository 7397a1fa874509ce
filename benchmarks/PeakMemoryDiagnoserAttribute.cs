using BenchmarkDotNet.Configs;

namespace KedaStack.Benchmarks;

/// <summary>Adds the column of <see cref="PeakMemoryDiagnoser"/>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PeakMemoryDiagnoserAttribute : Attribute, IConfigSource
{
    /// <inheritdoc/>
    public IConfig Config { get; } = ManualConfig.CreateEmpty().AddDiagnoser(new PeakMemoryDiagnoser());
}
