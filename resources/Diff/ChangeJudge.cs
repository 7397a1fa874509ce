using KedaStack.Infra.Settings;
using KedaStack.Infra.Settings.Changes;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Preview;

namespace KedaStack.Resources.Diff;

/// <summary>Says of a change of a resource who refuses it and what else it leads to, by <see cref="ChangeRules"/>.</summary>
/// <param name="earlier">The earlier preview.</param>
/// <param name="present">The present preview.</param>
/// <param name="allowed">The setting <c>allowReplacement</c>.</param>
/// <param name="changes">All changes; their replacements must be known already.</param>
internal sealed class ChangeJudge(
    PreviewDocument earlier, PreviewDocument present, IReadOnlyList<Replaceable> allowed, IReadOnlyList<ResourceChange> changes)
{
    private readonly HashSet<string> _lost =
        [.. changes.Where(change => change.Kind == ChangeKind.Removed || change.IsReplaced).Select(change => change.Type)];

    /// <summary>The changes with what the rules say of them.</summary>
    public IReadOnlyList<ResourceChange> Judged => [.. changes.Select(Judge)];

    private ResourceChange Judge(ResourceChange change) => (change.Kind, change.IsReplaced) switch
    {
        (ChangeKind.Removed, _) => Lost(change, LossKinds.Removal, "is removed"),
        (ChangeKind.Changed, true) => Lost(change, LossKinds.Replacement, "is replaced"),
        (ChangeKind.Changed, false) => Updated(change),
        _ => change,
    };

    private ResourceChange Lost(ResourceChange change, LossKinds kind, string happens)
    {
        var rules = ChangeRules.OnLoss(change.Type, kind, _lost.Contains).ToLookup(found => allowed.Contains(found.Loss.AllowedBy), found => found.Rule);
        var inputs = present.Resources.GetValueOrDefault(change.Urn)?.Inputs ?? [];
        return change with
        {
            RefusedBecause = [.. rules[false].Select(rule => rule.Refusal($"{change.Name} {happens}", inputs))],
            Notes = [.. rules[true].Where(rule => rule.Effect == ChangeEffect.Replace).Select(rule => rule.Consequence)],
        };
    }

    private ResourceChange Updated(ResourceChange change)
    {
        var before = earlier.Resources[change.Urn].Inputs;
        var after = SentInputs.Of(present.Resources[change.Urn].Inputs, change.Inputs);
        var refused = ChangeRules.Refusing(change.Type, before, after, allowed).ToList();
        return change with
        {
            RefusedBecause = [.. refused.Select(found => found.Rule.Refusal(found.Update.Describe(before, after), after))],
            Notes = [.. change.Inputs.SelectMany(input => IgnoredNotes(change.Type, input))],
            Inputs = [.. change.Inputs.Select(input => refused.Exists(found => PropertyPath.Meet(found.Update.Path, input.Path))
                ? input with { Effect = ChangeEffect.Refuse }
                : input)],
        };
    }

    private static IEnumerable<string> IgnoredNotes(string type, PropertyChange input) =>
        from rule in ChangeRules.All
        where input.Effect == ChangeEffect.Ignore && rule.Ignored == (type, input.Path)
        select $"{input.Path}: {rule.Consequence}; {rule.Way}";
}
