using System.Globalization;
using KedaStack.Infra.Settings.Problems;
using KedaStack.Resources.Files.Documents;

namespace KedaStack.Resources.Files.Given;

/// <summary>The documents of a text, and what keeps the rest of it from being read.</summary>
/// <param name="Documents">Those before it, without empty ones.</param>
/// <param name="Foreign">What the text is instead, and which command gives the right input; null for YAML.</param>
/// <param name="Problem">What is wrong with it; null for what can be read, and for what is no YAML in a folder and was never meant for Kubernetes.</param>
/// <param name="IsOther">Whether it is the latter.</param>
internal sealed record TextDocuments(IReadOnlyList<DocumentNode> Documents, string? Foreign, SettingsProblem? Problem, bool IsOther)
{
    /// <summary>Reads them.</summary>
    /// <param name="text">A text that could be read.</param>
    /// <param name="correction">What to do about one that is not YAML.</param>
    public static TextDocuments Read(GivenText text, string correction)
    {
        var documents = new List<DocumentNode>();
        try
        {
            documents.AddRange(DocumentParser.Parse(text.Text!).Where(document => document.Json is not null));
            return new TextDocuments(documents, null, null, false);
        }
        catch (DocumentException exception)
        {
            var foreign = ForeignText.Describe(text.Text!);
            var isOther = foreign is null && !text.IsNamed && !ForeignText.IsMeantForKubernetes(text.Text!);
            var place = string.Create(CultureInfo.InvariantCulture, $"{text.Name}:{exception.Line}:{exception.Column}");
            var problem = foreign is null && !isOther ? SettingsProblem.Create(place, "is not YAML", exception.Message, correction) : null;
            return new TextDocuments(documents, foreign, problem, isOther);
        }
    }
}
