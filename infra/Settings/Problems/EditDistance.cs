namespace KedaStack.Infra.Settings.Problems;

/// <summary>How far apart two words are, to guess what somebody meant.</summary>
internal static class EditDistance
{
    /// <summary>
    /// The fewest insertions, deletions, replacements and swaps of neighbours that turn one word into the other, none
    /// of them twice in the same place (optimal string alignment); upper and lower case are the same.
    /// </summary>
    public static int Between(string one, string other)
    {
        var distances = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                distances[i, j] = i == 0 || j == 0 ? i + j : Cheapest(distances, one, other, i, j);
            }
        }

        return distances[one.Length, other.Length];
    }

    /// <summary>The candidate nearest to the word, the first of several.</summary>
    /// <returns>Null when none is near: when more than a third of the letters differ.</returns>
    public static string? Nearest(string word, IEnumerable<string> candidates) =>
        candidates
            .Where(candidate => Math.Abs(candidate.Length - word.Length) <= Limit(word, candidate))
            .Select(candidate => (Candidate: candidate, Distance: Between(word, candidate)))
            .Where(pair => pair.Distance <= Limit(word, pair.Candidate))
            .OrderBy(pair => pair.Distance)
            .Select(pair => pair.Candidate)
            .FirstOrDefault();

    private static int Limit(string one, string other) => Math.Max(1, (Math.Max(one.Length, other.Length) + 1) / 3);

    private static int Cheapest(int[,] distances, string one, string other, int i, int j)
    {
        var replaced = distances[i - 1, j - 1] + (Same(one[i - 1], other[j - 1]) ? 0 : 1);
        var cheapest = Math.Min(replaced, 1 + Math.Min(distances[i - 1, j], distances[i, j - 1]));
        var swapped = i > 1 && j > 1 && Same(one[i - 1], other[j - 2]) && Same(one[i - 2], other[j - 1]);
        return swapped ? Math.Min(cheapest, distances[i - 2, j - 2] + 1) : cheapest;
    }

    private static bool Same(char one, char other) => char.ToLowerInvariant(one) == char.ToLowerInvariant(other);
}
