using KedaStack.Tests.Shared;
using KedaStack.Truth.Report;

namespace KedaStack.Tests.Truth;

public sealed class AccuracyDocumentTests
{
    private const string Again = "docs/accuracy.md is out of date; run dotnet run -c Release --project benchmarks -- accuracy.";

    private static readonly string _document = RepositoryRoot.Read("docs/accuracy.md");

    [Fact]
    public void Row_OfALoopAtHand_IsThatOfTheDocument()
    {
        var known = _document.Split('\n').Where(line => line.StartsWith("| k1.", StringComparison.Ordinal)).ToDictionary(Loop);

        Loops.AssertNone(
            from loop in Loops.Results
            let row = AccuracyRow.Of(loop)
            where known.TryGetValue(Loop(row), out var written) && written != row
            select $"{Again}\nwritten:  {known[Loop(row)]}\nmeasured: {row}");
    }

    [Fact]
    public void Document_WhereAllItsLoopsAreThere_IsThatOfTheMeasurement()
    {
        var written = _document.Split('\n').Where(line => line.StartsWith("| k1.", StringComparison.Ordinal)).Select(Loop);
        var measured = Loops.Results.Select(loop => Loop(AccuracyRow.Of(loop)));
        if (!written.SequenceEqual(measured))
        {
            return;
        }

        Assert.True(AccuracyDocument.Text(Loops.Results) == _document, Again);
        Assert.All(
            AccuracyDocument.Shown(Loops.Results),
            loop => Assert.True(LoopChart.Svg(loop) == RepositoryRoot.Read("docs/" + AccuracyDocument.Picture(loop)), Again));
    }

    [Fact]
    public void Numbers_AreThoseOfTheDocument()
    {
        var headline = AccuracyHeadline.FromJson(RepositoryRoot.Read("docs/accuracy.json"));

        Assert.Contains(FormattableString.Invariant($"**{headline.DeviationPercent:0.00} %**"), _document, StringComparison.Ordinal);
        Assert.Contains(
            FormattableString.Invariant($"| {headline.SimulatedLoopsAlike:#,0} | {headline.SimulatedLoops:#,0} loops |"), _document, StringComparison.Ordinal);
        Assert.Contains(FormattableString.Invariant($"| {headline.SyncsAlike:#,0} | {headline.Syncs:#,0} syncs |"), _document, StringComparison.Ordinal);
        Assert.Equal(headline, AccuracyHeadline.FromJson(headline.ToJson()));
    }

    private static string Loop(string row) => row.Split('|')[1].Trim();
}
