namespace KedaStack.Tests.Local;

/// <summary>The tests that start processes and look at time: one after the other, and not beside other tests.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public static class LocalProcesses
{
    public const string Name = "local processes";
}
