using System.Globalization;

namespace KedaStack.Tests.Scaling.Upstream;

/// <summary>One case of an upstream table: a name and cells by column.</summary>
internal sealed class UpstreamRow(IReadOnlyDictionary<string, string> cells)
{
    private readonly IReadOnlyDictionary<string, string> _cells = cells;

    public string Name => _cells["test"];

    /// <summary>The test function that the case belongs to.</summary>
    public string Function => Name.Split('/')[0].Split(" (")[0];

    public string this[string column] => _cells[column];

    public int Int(string column) => int.Parse(_cells[column], CultureInfo.InvariantCulture);

    public double Double(string column) => double.Parse(_cells[column], CultureInfo.InvariantCulture);

    public bool Has(string column) => _cells[column] != "-";
}
