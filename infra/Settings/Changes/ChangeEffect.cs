namespace KedaStack.Infra.Settings.Changes;

/// <summary>What a change makes the deployment do.</summary>
public enum ChangeEffect
{
    /// <summary>The resource is updated in place.</summary>
    Update,

    /// <summary>The resource is deleted and made again.</summary>
    Replace,

    /// <summary>Azure, or KEDA's chart, refuses the change, and so the program does before anything is sent.</summary>
    Refuse,

    /// <summary>Nothing: the resource's ignoreChanges covers the property.</summary>
    Ignore,
}
