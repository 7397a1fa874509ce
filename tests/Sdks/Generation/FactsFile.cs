using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace KedaStack.Tests.Sdks.Generation;

/// <summary>A file beside a stand-in's project, as a generator gets it.</summary>
internal sealed class FactsFile(string path, params string[] lines) : AdditionalText
{
    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(string.Join('\n', lines));
}
