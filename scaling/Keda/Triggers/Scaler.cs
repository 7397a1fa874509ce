using KedaStack.Scaling.Keda.Semantics;

namespace KedaStack.Scaling.Keda.Triggers;

/// <summary>A scaler of KEDA: in which versions it is, and what it reads of a trigger's metadata.</summary>
/// <param name="Type">The type of its triggers.</param>
/// <param name="Since">The first version that has it; null for one as old as KEDA 2.0.</param>
/// <param name="Before">The first version without it; null for one that is still there.</param>
/// <param name="Parameters">What it reads, sorted; empty where any is its own business, or is in <see cref="ScalerParameters"/>.</param>
/// <param name="Required">What it cannot be without, and reads nowhere else.</param>
public sealed record Scaler(string Type, KedaVersion? Since, KedaVersion? Before, IReadOnlyList<string> Parameters, IReadOnlyList<string> Required)
{
    private const string OfSeveral = "*";

    private static readonly Lazy<Dictionary<string, Scaler>> _byType = new(() => Read().ToDictionary(scaler => scaler.Type, StringComparer.Ordinal));

    /// <summary>The scalers by the type of their triggers.</summary>
    public static IReadOnlyDictionary<string, Scaler> ByType => _byType.Value;

    /// <summary>Whether a version has it.</summary>
    public bool IsKnownTo(KedaVersion keda) => (Since is not { } since || keda >= since) && (Before is not { } before || keda < before);

    private static IEnumerable<Scaler> Read()
    {
        using var stream = typeof(Scaler).Assembly.GetManifestResourceStream($"{typeof(Scaler).Namespace}.Scalers.txt")
            ?? throw new InvalidOperationException("The table of scalers is not in the assembly.");
        using var reader = new StreamReader(stream);
        var several = Array.Empty<string>();
        foreach (var words in reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        {
            var parameters = words.Skip(1).Where(word => !word.Contains('=', StringComparison.Ordinal)).ToList();
            var names = parameters.SelectMany(Names).ToArray();
            if (words[0] == OfSeveral)
            {
                several = names;
                continue;
            }

            yield return new Scaler(
                words[0], Version(words, "since="), Version(words, "before="),
                names.Length == 0 ? [] : [.. names.Concat(several).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
                [.. parameters.Where(word => word.Contains('!', StringComparison.Ordinal)).Select(word => word.TrimEnd('$', '!'))]);
        }
    }

    private static IEnumerable<string> Names(string word)
    {
        var name = word.TrimEnd('$', '!');
        return word.EndsWith('$') ? [name, $"{name}FromEnv"] : [name];
    }

    private static KedaVersion? Version(string[] words, string fact) =>
        Array.Find(words, word => word.StartsWith(fact, StringComparison.Ordinal)) is { } found ? KedaVersion.TryParse($"{found[fact.Length..]}.0") : null;
}
