namespace KedaStack.Tests.Local;

/// <summary>The tests that look at when things happen: when all others are over.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public static class QuietMachine
{
    public const string Name = "quiet machine";
}
