using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using KedaStack.Infra.Settings.Parsing.Values;
using KedaStack.Resources.Graph;

namespace KedaStack.Reports.Tune;

/// <summary>Changes of settings as a patch of the file that a ScaledObject is in, in the form that <c>git apply</c> and <c>patch -p1</c> take.</summary>
internal sealed partial class FilePatch
{
    private const string Behavior = "spec.advanced.horizontalPodAutoscalerConfig.behavior";

    private const string Fallback = "fallback";

    private const int Context = 3;

    private readonly string[] _lines;
    private readonly ResourceOrigin _origin;
    private readonly SortedDictionary<int, string> _replaced = [];
    private readonly SortedDictionary<int, List<string>> _inserted = [];
    private readonly SortedSet<int> _removed = [];
    private readonly List<string> _byHand = [];
    private readonly List<(string Parent, string Name, RawValue Value)> _missing = [];

    private FilePatch(string text, ResourceOrigin origin) => (_lines, _origin) = (text.Split('\n'), origin);

    /// <summary>The patch, and in sentences what it cannot say.</summary>
    /// <param name="text">The file.</param>
    /// <param name="origin">Where the ScaledObject is in it.</param>
    /// <param name="changes">The changes.</param>
    /// <param name="trigger">The place of its prometheus trigger.</param>
    public static (string Patch, IReadOnlyList<string> ByHand) Of(string text, ResourceOrigin origin, IReadOnlyList<SettingChange> changes, int trigger)
    {
        var patch = new FilePatch(text, origin);
        var rules = changes.Where(change => change.Key.StartsWith("scale", StringComparison.Ordinal)).ToList();
        var fallback = changes.Where(change => change.Key.StartsWith(Fallback, StringComparison.Ordinal)).ToList();
        foreach (var change in changes.Except(rules).Except(fallback))
        {
            patch.Change(change, trigger);
        }

        patch.Fields($"spec.{Fallback}", [.. fallback.Select(change => (Lowered(change.Key[Fallback.Length..]), change.After))]);
        foreach (var direction in rules.GroupBy(change => change.Key.StartsWith("scaleUp", StringComparison.Ordinal) ? "scaleUp" : "scaleDown"))
        {
            patch.Fields($"{Behavior}.{direction.Key}", [.. direction.Select(change => (Lowered(change.Key[direction.Key.Length..]), change.After))]);
        }

        patch.Blocks();

        return (patch.Write(), patch._byHand);
    }

    private void Change(SettingChange change, int trigger)
    {
        var value = change.After.Text ?? "";
        var metadata = FormattableString.Invariant($"spec.triggers[{trigger}].metadata");
        switch (change.Key)
        {
            case "threshold" or "activationThreshold" or "ignoreNullValues":
                Set(metadata, change.Key, $"\"{value}\"");
                break;
            case "window":
                Window($"{metadata}.query", change.Before.Text ?? "", value);
                break;
            default:
                Set("spec", change.Key, value);
                break;
        }
    }

    private void Set(string parent, string key, string value)
    {
        var place = _origin.PlaceOf($"{parent}.{key}");
        var line = Line(place);
        if (KeyLine().Match(line) is { Success: true } match && match.Groups["key"].Value == key && IsAt(place, match))
        {
            _replaced[place.Line] = $"{match.Groups["indent"].Value}{match.Groups["dash"].Value}{key}: {value}{match.Groups["comment"].Value}";
            return;
        }

        // Not there: as the first of its neighbours, which say how far it is indented.
        var neighbours = _origin.PlaceOf(parent).Parts.Values;
        if (neighbours.OrderBy(part => part.Line).FirstOrDefault() is { } first && IsBlank(first, ""))
        {
            Insert(first.Line, new string(' ', first.Column - 1) + $"{key}: {value}");
        }
        else
        {
            _byHand.Add($"{parent}.{key}: {value}");
        }
    }

    private void Window(string query, string before, string after)
    {
        for (var number = _origin.PlaceOf(query).Line; number <= _lines.Length && number < _origin.PlaceOf(query).Line + 20; number++)
        {
            if (_lines[number - 1].Contains($"[{before}]", StringComparison.Ordinal))
            {
                _replaced[number] = _lines[number - 1].TrimEnd('\r').Replace($"[{before}]", $"[{after}]", StringComparison.Ordinal);
                return;
            }
        }

        _byHand.Add($"{query}: [{after}] instead of [{before}]");
    }

    /// <summary>Fields of a mapping: those that are there are replaced, the others wait for <see cref="Blocks"/>.</summary>
    private void Fields(string parent, IReadOnlyList<(string Name, RawValue Value)> fields)
    {
        foreach (var (name, value) in fields)
        {
            var path = $"{parent}.{name}";
            if (Find(path) is not { } place)
            {
                _missing.Add((parent, name, value));
            }
            else if (value.Items is { } items)
            {
                Items(path, place, items);
            }
            else
            {
                Set(parent, name, value.Text ?? "");
            }
        }
    }

    /// <summary>The items of a list instead of those that are there.</summary>
    private void Items(string path, FilePlace place, IReadOnlyList<string> items)
    {
        var own = place.Parts.Values.OrderBy(item => item.Line).ToList();
        if (own.Count == 0 || own[0].Line == place.Line || !IsBlank(own[0], "- "))
        {
            _byHand.Add($"{path}: {string.Join(", ", items)}");
            return;
        }

        for (var line = own[0].Line; line <= Last(place); line++)
        {
            _removed.Add(line);
        }

        var dash = Line(own[0]).IndexOf('-', StringComparison.Ordinal);
        foreach (var item in items)
        {
            Insert(own[0].Line, $"{new string(' ', dash)}- {Policy(item)}");
        }
    }

    /// <summary>What is missing, under the innermost mapping that is there.</summary>
    private void Blocks()
    {
        foreach (var same in _missing.GroupBy(field => Existing(field.Parent)))
        {
            if (Before(same.Key) is not { } neighbour)
            {
                _byHand.AddRange(same.Select(field => $"{field.Parent}.{field.Name}: {(field.Value.Items is { } items ? string.Join(", ", items) : field.Value.Text)}"));
                continue;
            }

            var open = new List<string>();
            foreach (var (parent, name, value) in same)
            {
                var between = parent.Length == same.Key.Length ? [] : parent[(same.Key.Length + 1)..].Split('.');
                string Indented(int depth, string text) => new string(' ', neighbour.Column - 1 + (2 * depth)) + text;
                for (var depth = 0; depth < between.Length; depth++)
                {
                    if (!open.Take(depth + 1).SequenceEqual(between.Take(depth + 1)))
                    {
                        open = [.. between.Take(depth + 1)];
                        Insert(neighbour.Line, Indented(depth, $"{between[depth]}:"));
                    }
                }

                Insert(neighbour.Line, Indented(between.Length, $"{name}: {value.Text}".TrimEnd()));
                foreach (var item in value.Items ?? [])
                {
                    Insert(neighbour.Line, Indented(between.Length, $"- {Policy(item)}"));
                }
            }
        }
    }

    /// <summary>The innermost mapping of a path that is there.</summary>
    private string Existing(string path)
    {
        while (Find(path) is null && path.LastIndexOf('.') is > 0 and var dot)
        {
            path = path[..dot];
        }

        return path;
    }

    /// <summary>The field of a mapping that something can be written before, with a line of its own; null where there is none.</summary>
    private FilePlace? Before(string parent)
    {
        var parts = _origin.PlaceOf(parent).Parts;
        var first = parent == "spec" && parts.TryGetValue("triggers", out var triggers) ? triggers : parts.Values.OrderBy(part => part.Line).FirstOrDefault();
        return first is not null && first.Line > _origin.PlaceOf(parent).Line && IsBlank(first, "") ? first : null;
    }

    private FilePlace? Find(string path)
    {
        var place = _origin.Root;
        foreach (var step in PropertyPath.Steps(path))
        {
            if (!place.Parts.TryGetValue(step, out place!))
            {
                return null;
            }
        }

        return place;
    }

    /// <summary>The last line on which something of a value begins.</summary>
    private static int Last(FilePlace place) => place.Parts.Values.Select(Last).Append(place.Line).Max();

    private bool IsBlank(FilePlace place, string lead) => Line(place)[..(place.Column - 1)].Trim(' ') == lead.Trim(' ');

    private static string Lowered(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    /// <summary><c>4 Pods/15s</c> as Kubernetes writes it.</summary>
    private static string Policy(string text)
    {
        var parts = PolicyText().Match(text);
        _ = Scaling.Quantities.PrometheusDuration.TryParse(parts.Groups["period"].Value, out var period);
        return string.Create(CultureInfo.InvariantCulture, $"{{type: {parts.Groups["type"].Value}, value: {parts.Groups["value"].Value}, periodSeconds: {period.TotalSeconds}}}");
    }

    private string Line(FilePlace place) => _lines[place.Line - 1].TrimEnd('\r');

    private static bool IsAt(FilePlace place, Match line) => place.Column == line.Groups["key"].Index + 1;

    private void Insert(int before, string line)
    {
        if (!_inserted.TryGetValue(before, out var lines))
        {
            _inserted[before] = lines = [];
        }

        lines.Add(line);
    }

    private string Write()
    {
        if (_replaced.Count + _inserted.Count + _removed.Count == 0)
        {
            return "";
        }

        var file = _origin.File.TrimStart('/');
        var text = new StringBuilder($"--- a/{file}\n+++ b/{file}\n");
        // A file that ends with a line break has no line after it.
        var last = _lines[^1].Length == 0 ? _lines.Length - 1 : _lines.Length;
        var added = 0;
        foreach (var (from, to) in Hunks(last))
        {
            var body = new StringBuilder();
            var more = 0;
            for (var number = from; number <= to; number++)
            {
                var inserted = _inserted.GetValueOrDefault(number) ?? [];
                var old = _lines[number - 1];
                // Without this line, git apply and patch look for a line break that is not there.
                var open = number == _lines.Length ? "\\ No newline at end of file\n" : "";
                body.AppendJoin("", inserted.Select(line => $"+{line}\n"));
                body.Append(
                    _removed.Contains(number) ? $"-{old}\n{open}"
                    : _replaced.TryGetValue(number, out var replacement) ? $"-{old}\n{open}+{replacement}{(old.EndsWith('\r') ? "\r" : "")}\n{open}" : $" {old}\n{open}");
                more += inserted.Count - (_removed.Contains(number) ? 1 : 0);
            }

            text.Append(string.Create(CultureInfo.InvariantCulture, $"@@ -{from},{to - from + 1} +{from + added},{to - from + 1 + more} @@\n")).Append(body);
            added += more;
        }

        return text.ToString();
    }

    /// <summary>The lines around the changes; what is near each other is one hunk.</summary>
    private List<(int From, int To)> Hunks(int last)
    {
        var hunks = new List<(int From, int To)>();
        foreach (var number in _replaced.Keys.Union(_inserted.Keys).Union(_removed).Order())
        {
            var (from, to) = (Math.Max(1, number - Context), Math.Min(last, number + Context));
            if (hunks.Count > 0 && from <= hunks[^1].To + 1)
            {
                hunks[^1] = (hunks[^1].From, to);
            }
            else
            {
                hunks.Add((from, to));
            }
        }

        return hunks;
    }

    [GeneratedRegex(@"^(?<indent> *)(?<dash>(?:- +)?)(?<key>[A-Za-z]+):(?: +(?:""[^""]*""|'[^']*'|[^\s#{}\[\],&*|>]+))?(?<comment>\s*(?:#.*)?)$", RegexOptions.CultureInvariant)]
    private static partial Regex KeyLine();

    [GeneratedRegex(@"^(?<value>[0-9]+) (?<type>Pods|Percent)/(?<period>\S+)$", RegexOptions.CultureInvariant)]
    private static partial Regex PolicyText();
}
