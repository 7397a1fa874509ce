namespace KedaStack.Resources.Files.Documents;

/// <summary>What is read at most, so that no file can take all memory or time.</summary>
internal static class DocumentLimits
{
    /// <summary>The characters of one file: a rendered chart of some thousand objects has fewer.</summary>
    public const int LargestCharacters = 16 << 20;

    /// <summary>The nesting of mappings and lists; Kubernetes' own objects stay below 30.</summary>
    public const int DeepestNesting = 50;

    /// <summary>The values of one document after its aliases are resolved.</summary>
    public const int MostValues = 1_000_000;

    /// <summary>The files of all folders.</summary>
    public const int MostFiles = 20_000;

    /// <summary>The folders above a file, below the one that was named.</summary>
    public const int DeepestFolder = 30;
}
