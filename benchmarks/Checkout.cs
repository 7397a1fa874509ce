using KedaStack.Truth.Recordings;

namespace KedaStack.Benchmarks;

/// <summary>The checkout that a command is run in, from anywhere in it.</summary>
internal static class Checkout
{
    /// <summary>Its folder.</summary>
    public static string Root
    {
        get
        {
            for (var folder = new DirectoryInfo(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "KedaStack.sln")))
                {
                    return folder.FullName;
                }
            }

            throw new DirectoryNotFoundException($"No folder above {Environment.CurrentDirectory} has KedaStack.sln.");
        }
    }

    /// <summary>The recordings that are at hand.</summary>
    public static RecordingFolder Recordings() => RecordingFolder.Choose(
        Environment.GetEnvironmentVariable(RecordingFolder.Variable),
        Path.Combine(Root, "..", "shared", "recordings"),
        Path.Combine(Root, "recordings"));
}
