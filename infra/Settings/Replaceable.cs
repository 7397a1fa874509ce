namespace KedaStack.Infra.Settings;

/// <summary>What an update replaces or removes only when the setting <c>allowReplacement</c> lists it.</summary>
public enum Replaceable
{
    /// <summary>The Azure Monitor workspace; the metrics go with it.</summary>
    Workspace,

    /// <summary>The AKS cluster; everything in it goes with it.</summary>
    Cluster,

    /// <summary>KEDA's Helm release, once its objects have been moved by hand (docs/changes.md).</summary>
    Keda,
}
