namespace KedaStack.Resources.Diff;

/// <summary>What a change of a property makes the deployment do.</summary>
internal enum ChangeEffect
{
    /// <summary>The resource is updated in place.</summary>
    Update,

    /// <summary>The resource is deleted and made again.</summary>
    Replace,

    /// <summary>Nothing: the resource's ignoreChanges covers the property.</summary>
    Ignore,
}
