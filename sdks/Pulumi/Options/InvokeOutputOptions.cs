namespace Pulumi;

/// <summary>The options of a function call whose result is an output.</summary>
public class InvokeOutputOptions : InvokeOptions
{
    /// <summary>Resources that must be there first.</summary>
    public InputList<Resource> DependsOn { get; set; } = [];
}
