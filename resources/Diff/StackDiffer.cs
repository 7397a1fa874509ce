using System.Text.Json.Nodes;
using KedaStack.Infra.Settings;
using KedaStack.Infra.Settings.Changes;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Preview;

namespace KedaStack.Resources.Diff;

/// <summary>Compares two previews of a stack.</summary>
internal sealed class StackDiffer
{
    private readonly PreviewDocument _earlier;
    private readonly PreviewDocument _present;
    private readonly IReadOnlyList<Replaceable> _allowed;
    private readonly SortedDictionary<string, List<string>> _replacedBecause = new(StringComparer.Ordinal);

    private StackDiffer(PreviewDocument earlier, PreviewDocument present, IReadOnlyList<Replaceable> allowed)
    {
        _earlier = earlier;
        _present = present;
        _allowed = allowed;
    }

    /// <summary>What differs; resources are the same when their URNs are.</summary>
    /// <param name="earlier">The earlier preview.</param>
    /// <param name="present">The present preview.</param>
    /// <param name="allowed">The setting <c>allowReplacement</c>.</param>
    public static StackChange Compare(PreviewDocument earlier, PreviewDocument present, IReadOnlyList<Replaceable>? allowed = null) =>
        new StackDiffer(earlier, present, allowed ?? []).Compare();

    private StackChange Compare()
    {
        var common = _earlier.Resources.Keys.Where(_present.Resources.ContainsKey).ToHashSet(StringComparer.Ordinal);
        var changes = _earlier.Resources.Keys.Union(_present.Resources.Keys)
            .Order(StringComparer.Ordinal)
            .Select(Change)
            .ToList();
        new ReplacementCascade(_present, Facts).Follow(_replacedBecause, common);
        var differing = changes
            .Select(change => change with { ReplacedBecause = _replacedBecause.GetValueOrDefault(change.Urn) ?? [] })
            .Where(change => change.Kind != ChangeKind.Changed || change.IsReplaced || change.Inputs.Count + change.Options.Count > 0)
            .ToList();
        return new StackChange
        {
            Stack = _present.Stack,
            Resources = new ChangeJudge(_earlier, _present, _allowed, differing).Judged,
            Outputs = PropertyDiffer.Compare(_earlier.Outputs, _present.Outputs),
        };
    }

    private ResourceChange Change(string urn) => (_earlier.Resources.GetValueOrDefault(urn), _present.Resources.GetValueOrDefault(urn)) switch
    {
        ({ } earlier, { } present) => Changed(earlier, present),
        ({ } earlier, null) => Whole(earlier, ChangeKind.Removed, PropertyDiffer.Compare(earlier.Inputs, [])),
        (null, { } present) => Whole(present, ChangeKind.Added, PropertyDiffer.Compare([], present.Inputs)),
        _ => throw new ArgumentOutOfRangeException(nameof(urn), urn, "Neither preview has this resource."),
    };

    private static ResourceChange Whole(PreviewDocumentResource resource, ChangeKind kind, IReadOnlyList<PropertyChange> inputs) => new()
    {
        Urn = resource.Urn,
        Type = resource.Type,
        Name = resource.Name,
        Kind = kind,
        Inputs = inputs,
    };

    private ResourceChange Changed(PreviewDocumentResource earlier, PreviewDocumentResource present)
    {
        string[] ignored = [.. present.IgnoreChanges];
        string[] forcing = [.. Facts(present)
            .Where(fact => InputValues.Find(earlier.Inputs, fact) != InputValues.Find(present.Inputs, fact))
            .Where(fact => !ignored.Any(pattern => PropertyPath.Covers(pattern, fact)))
            .Order(StringComparer.Ordinal)];
        var options = PropertyDiffer.Compare(earlier.Options, present.Options)
            // pulumi/pulumi pkg/resource/deploy/step_generator.go: diff, providerChanged.
            .Select(change => change.Path == "provider" ? change with { Effect = ChangeEffect.Replace } : change)
            .ToList();
        var reasons = forcing.Concat(options.Where(option => option.Effect == ChangeEffect.Replace).Select(option => option.Path))
            .Select(path => $"{path} changes")
            .ToList();
        if (reasons.Count > 0)
        {
            _replacedBecause[present.Urn] = reasons;
        }

        return new ResourceChange
        {
            Urn = present.Urn,
            Type = present.Type,
            Name = present.Name,
            Kind = ChangeKind.Changed,
            Inputs = [.. PropertyDiffer.Compare(earlier.Inputs, present.Inputs)
                .Select(change => change with { Effect = Effect(change.Path, forcing, ignored) })],
            Options = options,
        };
    }

    private static ChangeEffect Effect(string path, string[] forcing, string[] ignored) =>
        ignored.Any(pattern => PropertyPath.Covers(pattern, path)) ? ChangeEffect.Ignore
        : forcing.Any(fact => PropertyPath.Meet(fact, path)) ? ChangeEffect.Replace
        : ChangeEffect.Update;

    private IReadOnlyList<string> Facts(PreviewDocumentResource resource)
    {
        JsonObject? provider = null;
        if (resource.Options["provider"]?.ToString() is { } urn && _present.Resources.TryGetValue(urn, out var found))
        {
            provider = found.Inputs;
        }

        return [.. ReplacementFacts.Of(resource.Type, resource.Inputs, provider), .. resource.ReplaceOnChanges];
    }
}
