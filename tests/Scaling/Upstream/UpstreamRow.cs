using System.Globalization;

namespace KedaStack.Tests.Scaling.Upstream;

/// <summary>One case of an upstream table: a name and cells by column.</summary>
internal sealed class UpstreamRow(IReadOnlyDictionary<string, string> cells)
{
    private readonly IReadOnlyDictionary<string, string> _cells = cells;

    public string Name => _cells["test"];

    /// <summary>The test function that the case belongs to.</summary>
    public string Function => Name.Split('/')[0].Split(" (")[0];

    /// <summary>How many cases the row stands for: the number after <c>/*</c>, else 1.</summary>
    public int Cases => Name.LastIndexOf("/*", StringComparison.Ordinal) is >= 0 and var star
        ? int.Parse(Name[(star + 2)..], CultureInfo.InvariantCulture)
        : 1;

    public string this[string column] => _cells[column];

    public int Int(string column) => int.Parse(_cells[column], CultureInfo.InvariantCulture);

    public double Double(string column) => double.Parse(_cells[column], CultureInfo.InvariantCulture);

    public bool Has(string column) => _cells[column] != "-";
}
