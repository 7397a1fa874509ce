namespace Pulumi;

/// <summary>The resource at the root, which every resource without a parent belongs to.</summary>
internal sealed class RootStack(string name) : ComponentResource(Type, name)
{
    public const string Type = "pulumi:pulumi:Stack";
}
