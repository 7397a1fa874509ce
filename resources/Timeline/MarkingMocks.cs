using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using KedaStack.Resources.Preview;
using Pulumi.Testing;

namespace KedaStack.Resources.Timeline;

/// <summary>
/// Marks every text that a resource puts out with that resource, so that whoever has a mark in its inputs is seen to wait
/// for it: also for outputs whose value a preview knows, such as names.
/// </summary>
/// <param name="inner">The mocks of a preview.</param>
internal sealed partial class MarkingMocks(PreviewMocks inner) : IMocks
{
    private const string Begin = "made-by-";

    private readonly ConcurrentDictionary<int, (string Type, string Name)> _makers = new();
    private int _count;

    /// <inheritdoc/>
    public async Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        var number = Interlocked.Increment(ref _count);
        _makers[number] = (args.Type!, args.Name!);
        var (_, state) = await inner.NewResourceAsync(args);
        var mark = string.Create(CultureInfo.InvariantCulture, $"{Begin}{number}.");
        return (mark, Marked(state, mark)!);
    }

    /// <inheritdoc/>
    public async Task<object> CallAsync(MockCallArgs args)
    {
        var marks = string.Concat(Marks(args.Args).Distinct().Order(StringComparer.Ordinal));
        var result = await inner.CallAsync(args);
        return marks.Length == 0 ? result : Marked(result, Convert.ToBase64String(Encoding.UTF8.GetBytes(
            PreviewKubeconfig.Text.Replace("${aks.fqdn}", marks, StringComparison.Ordinal))))!;
    }

    /// <summary>Whose outputs the inputs of a resource have in them.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="name">Its name.</param>
    public IEnumerable<(string Type, string Name)> MakersOfInputs(string type, string name) =>
        Marks(inner.Registrations[(type, name)].Inputs)
            .Select(mark => _makers[int.Parse(mark.AsSpan(Begin.Length, mark.Length - Begin.Length - 1), CultureInfo.InvariantCulture)])
            .Distinct();

    private static object? Marked(object? value, string mark) => value switch
    {
        string => mark,
        IReadOnlyDictionary<string, object> map => map.ToImmutableDictionary(entry => entry.Key, entry => Marked(entry.Value, mark)!),
        IEnumerable list => list.Cast<object?>().Select(item => Marked(item, mark)!).ToImmutableArray(),
        _ => value,
    };

    private static IEnumerable<string> Marks(object? value) => value switch
    {
        string text => Mark().Matches(text).Select(match => match.Value),
        IReadOnlyDictionary<string, object> map => map.Values.SelectMany(Marks),
        IEnumerable list => list.Cast<object?>().SelectMany(Marks),
        _ => [],
    };

    [GeneratedRegex(Begin + @"\d+\.", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();
}
