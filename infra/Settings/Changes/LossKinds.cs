namespace KedaStack.Infra.Settings.Changes;

/// <summary>How an update deletes a resource.</summary>
[Flags]
public enum LossKinds
{
    /// <summary>Not at all.</summary>
    None = 0,

    /// <summary>It is deleted and made again.</summary>
    Replacement = 1,

    /// <summary>It is deleted and not made again.</summary>
    Removal = 2,

    /// <summary>Either.</summary>
    Any = Replacement | Removal,
}
