namespace KedaStack.Reports.Local.Screen;

/// <summary>How a line looks; without colours a warning looks plain.</summary>
internal enum ScreenStyle
{
    /// <summary>As everything else.</summary>
    Plain,

    /// <summary>Bold.</summary>
    Strong,

    /// <summary>Dim.</summary>
    Quiet,

    /// <summary>Yellow.</summary>
    Warning,

    /// <summary>Cyan, as the load in charts.</summary>
    Load,

    /// <summary>Green, as the replicas in charts.</summary>
    Replicas,
}
