using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using KedaStack.Resources.Graph;

namespace KedaStack.Reports.Tune;

/// <summary>Changes of settings as a patch of the file that a ScaledObject is in, in the form that <c>git apply</c> and <c>patch -p1</c> take.</summary>
internal sealed partial class FilePatch
{
    private const string Behavior = "spec.advanced.horizontalPodAutoscalerConfig.behavior";

    private const int Context = 3;

    private readonly string[] _lines;
    private readonly ResourceOrigin _origin;
    private readonly SortedDictionary<int, string> _replaced = [];
    private readonly SortedDictionary<int, List<string>> _inserted = [];
    private readonly List<string> _byHand = [];

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
        foreach (var change in changes.Except(rules))
        {
            patch.Change(change, trigger);
        }

        if (rules.Count > 0)
        {
            patch.Rules(rules);
        }

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
            case "fallbackReplicas" or "fallbackFailureThreshold" or "fallbackBehavior":
                var field = char.ToLowerInvariant(change.Key["fallback".Length]) + change.Key["fallback".Length..][1..];
                _byHand.Add($"spec.fallback.{field}: {value}");
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
        if (neighbours.OrderBy(part => part.Line).FirstOrDefault() is { } first && Line(first)[..(first.Column - 1)].All(character => character == ' '))
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

    private void Rules(List<SettingChange> changes)
    {
        var spec = _origin.PlaceOf("spec");
        if (spec.Parts.ContainsKey("advanced") || !spec.Parts.TryGetValue("triggers", out var triggers) || !Line(triggers)[..(triggers.Column - 1)].All(character => character == ' '))
        {
            _byHand.AddRange(changes.Select(change => $"{Behavior}, {change.Key}: {(change.After.Items is { } items ? string.Join(", ", items) : change.After.Text)}"));
            return;
        }

        var indent = new string(' ', triggers.Column - 1);
        var block = new List<string> { "advanced:", "  horizontalPodAutoscalerConfig:", "    behavior:" };
        foreach (var direction in changes.GroupBy(change => change.Key.StartsWith("scaleUp", StringComparison.Ordinal) ? "scaleUp" : "scaleDown"))
        {
            block.Add($"      {direction.Key}:");
            foreach (var change in direction)
            {
                var field = char.ToLowerInvariant(change.Key[direction.Key.Length]) + change.Key[direction.Key.Length..][1..];
                block.Add($"        {field}: {change.After.Text}".TrimEnd());
                block.AddRange((change.After.Items ?? []).Select(item => $"        - {Policy(item)}"));
            }
        }

        foreach (var line in block)
        {
            Insert(triggers.Line, indent + line);
        }
    }

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
        if (_replaced.Count + _inserted.Count == 0)
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
                body.Append(_replaced.TryGetValue(number, out var replacement) ? $"-{old}\n{open}+{replacement}{(old.EndsWith('\r') ? "\r" : "")}\n{open}" : $" {old}\n{open}");
                more += inserted.Count;
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
        foreach (var number in _replaced.Keys.Union(_inserted.Keys).Order())
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
