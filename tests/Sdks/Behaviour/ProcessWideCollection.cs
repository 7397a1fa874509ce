namespace KedaStack.Tests.Sdks.Behaviour;

/// <summary>Tests of what a run leaves in, or takes from, the process; they run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ProcessWideCollection
{
    public const string Name = "Process-wide state of the Pulumi SDK";
}
