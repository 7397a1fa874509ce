using KedaStack.Resources.Diff;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Preview;

namespace KedaStack.Reports.Preview;

/// <summary>The texts that <c>kedastack preview</c> can write.</summary>
internal static class PreviewReport
{
    /// <summary>The preview, or what has changed since an earlier one.</summary>
    /// <param name="preview">The preview.</param>
    /// <param name="diff">What has changed since the earlier preview of <c>--diff</c>; null without it.</param>
    /// <param name="json">For machines.</param>
    /// <param name="markdown">For a comment on GitHub; not together with <paramref name="json"/>.</param>
    public static string Write(ResourceGraph preview, StackChange? diff, bool json, bool markdown) => (diff, json, markdown) switch
    {
        ({ } change, true, _) => DiffJson.Write(change),
        ({ } change, _, true) => DiffMarkdown.Write(change),
        ({ } change, _, _) => DiffText.Write(change),
        (null, true, _) => PreviewJson.Write(preview),
        (null, _, true) => PreviewMarkdown.Write(preview),
        (null, _, _) => PreviewTree.ToText(preview),
    };
}
