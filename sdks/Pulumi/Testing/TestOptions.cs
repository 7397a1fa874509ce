namespace Pulumi.Testing;

/// <summary>What a program under test sees of its surroundings.</summary>
public class TestOptions
{
    /// <summary>The project; by default <c>project</c>.</summary>
    public string? ProjectName { get; set; }

    /// <summary>The stack; by default <c>stack</c>.</summary>
    public string? StackName { get; set; }

    /// <summary>Whether missing outputs are unknown, as in a preview; by default they are.</summary>
    public bool? IsPreview { get; set; }

    /// <summary>The organization; by default <c>organization</c>.</summary>
    public string? OrganizationName { get; set; }
}
