namespace KedaStack.Tests.Local;

/// <summary>The tests that start processes and wait for what they do: one after the other, beside other tests.</summary>
[CollectionDefinition(Name)]
public static class LocalProcesses
{
    public const string Name = "local processes";
}
