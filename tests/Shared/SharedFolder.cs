namespace KedaStack.Tests.Shared;

/// <summary>The folder with reference data beside the checkout, which not every machine has.</summary>
internal static class SharedFolder
{
    /// <summary>The full path of a folder or file in it; it need not exist.</summary>
    public static string PathOf(string relative) => RepositoryRoot.PathOf(Path.Combine("..", "shared", relative));

    /// <summary>Why a test that needs a folder or file of it cannot run; null when it can.</summary>
    public static string? SkipReason(string relative) =>
        Path.Exists(PathOf(relative)) ? null : $"{PathOf(relative)} is not there; the reference data is not part of the repository.";
}
