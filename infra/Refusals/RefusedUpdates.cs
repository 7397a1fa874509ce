using KedaStack.Infra.Settings;
using KedaStack.Infra.Settings.Changes;
using Pulumi;

namespace KedaStack.Infra.Refusals;

/// <summary>Refuses an update of a resource before it is sent, in a preview too.</summary>
internal static class RefusedUpdates
{
    /// <summary>The name of the hook.</summary>
    public const string HookName = "refuse-update";

    /// <summary>Makes the hook, to be called before each update of a resource that a rule is about.</summary>
    /// <param name="allowed">The setting <c>allowReplacement</c>.</param>
    /// <remarks>The engine hands over the inputs as it sends them: the ignored ones as they were (pulumi/pulumi,
    /// pkg/resource/deploy/step.go, UpdateStep.Apply).</remarks>
    public static ResourceHook CreateHook(IReadOnlyList<Replaceable> allowed) => new(
        HookName,
        (args, _) =>
        {
            Refuse(args, allowed);
            return Task.CompletedTask;
        },
        new ResourceHookOptions { OnDryRun = true });

    /// <exception cref="RunException">The update is refused.</exception>
    private static void Refuse(ResourceHookArgs args, IReadOnlyList<Replaceable> allowed)
    {
        if (args.OldInputs is not { } old || args.NewInputs is not { } @new)
        {
            return;
        }

        var (before, after) = (HookInputs.ToJson(old), HookInputs.ToJson(@new));
        var refusals = ChangeRules.Refusing(args.Type, before, after, allowed)
            .Select(found => found.Rule.Refusal($"{args.Name}: {found.Update.Describe(before, after)}", after))
            .ToList();
        if (refusals.Count > 0)
        {
            throw new RunException(string.Join('\n', refusals));
        }
    }
}
