namespace KedaStack.Resources.Diff;

/// <summary>What happened to a resource, a property or an output.</summary>
internal enum ChangeKind
{
    /// <summary>It is there in the present preview only.</summary>
    Added,

    /// <summary>It is there in the earlier preview only.</summary>
    Removed,

    /// <summary>It is there in both, and differs.</summary>
    Changed,
}
