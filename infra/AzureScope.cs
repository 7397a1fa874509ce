using KedaStack.Infra.Clouds;
using KedaStack.Infra.Hooks;
using KedaStack.Infra.Identity;
using KedaStack.Infra.Naming;
using KedaStack.Infra.Refusals;
using KedaStack.Infra.Settings;
using Pulumi;
using Pulumi.AzureNative.Authorization;
using Pulumi.AzureNative.Resources;

namespace KedaStack.Infra;

/// <summary>What the stack's own resources in Azure share: where they are, who deploys them, how roles are given.</summary>
internal sealed class AzureScope
{
    /// <summary>Finds out who deploys, and creates the resource group unless it is given.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="names">The names.</param>
    /// <param name="hooks">What to wait for.</param>
    /// <param name="refusal">Ends the deployment.</param>
    /// <param name="parent">The stack.</param>
    public AzureScope(StackSettings settings, ResourceNames names, DeploymentHooks hooks, Refusal refusal, Pulumi.Resource parent)
    {
        var providers = new CloudProviders(settings.Cloud, parent);
        Child = providers.Below(parent);
        RefuseUpdate = RefusedUpdates.CreateHook(settings.AllowReplacement);
        Tags = TagsOf(settings);
        var client = GetClientConfig.Invoke(new InvokeOptions { Provider = providers.Azure });
        SubscriptionId = client.Apply(config => config.SubscriptionId);
        Roles = new RoleAssignments(SubscriptionId, hooks);
        Admins = Identity.Admins.Find(settings.Admins, client.Apply(config => config.ObjectId), providers.Entra, refusal);
        ResourceGroup = settings.ResourceGroup is { } given
            ? Output.Create(given)
            : new ResourceGroup("resource-group", new ResourceGroupArgs
            {
                ResourceGroupName = names.ResourceGroup,
                Location = settings.Location,
                Tags = Tags,
            }, new CustomResourceOptions { Parent = parent, Provider = providers.Azure }).Name;
    }

    /// <summary>Options of a component of the stack.</summary>
    public ComponentResourceOptions Child { get; }

    /// <summary>The hook that refuses updates.</summary>
    public ResourceHook RefuseUpdate { get; }

    /// <summary>The tags of every resource.</summary>
    public InputMap<string> Tags { get; }

    /// <summary>The id of the stack's subscription.</summary>
    public Output<string> SubscriptionId { get; }

    /// <summary>Gives roles.</summary>
    public RoleAssignments Roles { get; }

    /// <summary>Who administers the stack.</summary>
    public IReadOnlyList<Principal> Admins { get; }

    /// <summary>The name of the resource group, made or given.</summary>
    public Output<string> ResourceGroup { get; }

    private static InputMap<string> TagsOf(StackSettings settings)
    {
        var tags = new Dictionary<string, string>
        {
            ["project"] = Pulumi.Deployment.Instance.ProjectName,
            ["stack"] = Pulumi.Deployment.Instance.StackName,
        };
        foreach (var (name, value) in settings.Tags)
        {
            tags[name] = value;
        }

        return tags;
    }
}
