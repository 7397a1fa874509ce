using System.Globalization;
using KedaStack.Scaling.Keda.Semantics;

namespace KedaStack.Checks.Admission.Schemas;

/// <summary>A field of an object as its definition has it.</summary>
internal sealed record ObjectSchema
{
    /// <summary>Its type: object, array, map, string, integer, number, boolean, quantity, intOrString or any.</summary>
    public required string Type { get; init; }

    /// <summary>The type of an array's items or a map's values; null where they are objects with fields of their own.</summary>
    public string? Of { get; init; }

    /// <summary>Whether it has to be there.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The version of KEDA that has it first; null for one as old as KEDA 2.0.</summary>
    public KedaVersion? Since { get; init; }

    /// <summary>The first version of KEDA without it; null for one that is still there.</summary>
    public KedaVersion? Before { get; init; }

    /// <summary>The version of KEDA whose definition has its bounds first; null where they are as old as the field.</summary>
    public KedaVersion? BoundsSince { get; init; }

    /// <summary>The least value; null for any.</summary>
    public long? Minimum { get; init; }

    /// <summary>The least number of characters.</summary>
    public int LeastLength { get; init; }

    /// <summary>The least number of items.</summary>
    public int LeastItems { get; init; }

    /// <summary>The values that it takes; empty for any.</summary>
    public IReadOnlyList<SchemaWord> Words { get; init; } = [];

    /// <summary>The regular expression that it has to match; null for none.</summary>
    public string? Pattern { get; init; }

    /// <summary>Its type in Go, that of its items where it is an array; null for a plain one and for objects of custom definitions.</summary>
    public string? Go { get; init; }

    /// <summary>Its fields; those of its items or values where it is an array or a map.</summary>
    public IReadOnlyDictionary<string, ObjectSchema> Fields { get; init; } = new Dictionary<string, ObjectSchema>();

    /// <summary>Whether a version's definition has the field.</summary>
    public bool IsKnownTo(KedaVersion keda) => (Since is not { } since || keda >= since) && (Before is not { } before || keda < before);

    /// <summary>Whether a version's definition has the field's bounds: its least value, length and number of items, its words and its pattern.</summary>
    public bool IsBoundedBy(KedaVersion keda) => BoundsSince is not { } since || keda >= since;

    /// <summary>Reads a definition: a field a line, its own fields indented below it by two blanks.</summary>
    /// <param name="text">The text; lines that begin with # are left out.</param>
    public static ObjectSchema Parse(string text)
    {
        var lines = new Queue<string>(text.Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0 && line[0] != '#'));
        return new ObjectSchema { Type = "object", Fields = FieldsAt(lines, 0) };
    }

    private static Dictionary<string, ObjectSchema> FieldsAt(Queue<string> lines, int indentation)
    {
        var fields = new Dictionary<string, ObjectSchema>(StringComparer.Ordinal);
        while (lines.TryPeek(out var line) && line.Length - line.TrimStart(' ').Length == indentation)
        {
            lines.Dequeue();
            // A pattern comes last, for it may hold blanks.
            var pattern = line.IndexOf(" pattern=", StringComparison.Ordinal);
            var words = (pattern < 0 ? line : line[..pattern]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var facts = words[2..].Select(word => word.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
            int Number(string name) => facts.TryGetValue(name, out var number) ? int.Parse(number, CultureInfo.InvariantCulture) : 0;
            KedaVersion? Version(string name) => facts.TryGetValue(name, out var version) ? KedaVersion.TryParse($"{version}.0") : null;
            fields.Add(words[0].TrimEnd('!'), new ObjectSchema
            {
                Type = words[1],
                IsRequired = words[0].EndsWith('!'),
                Of = facts.GetValueOrDefault("of"),
                Since = Version("since"),
                Before = Version("before"),
                BoundsSince = Version("bounds"),
                Minimum = facts.ContainsKey("min") ? Number("min") : null,
                LeastLength = Number("minLength"),
                LeastItems = Number("minItems"),
                Words = facts.TryGetValue("enum", out var values) ? [.. values.Split('|').Select(SchemaWord.Parse)] : [],
                Pattern = pattern < 0 ? null : line[(pattern + " pattern=".Length)..],
                Go = facts.GetValueOrDefault("go"),
                Fields = FieldsAt(lines, indentation + 2),
            });
        }

        return fields;
    }
}
