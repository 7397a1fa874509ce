namespace Pulumi;

/// <summary>Which stack is referred to.</summary>
public class StackReferenceArgs : ResourceArgs
{
    /// <summary>The stack's full name: organization, project and stack, separated by slashes.</summary>
    [Input("name", required: true)]
    public Input<string>? Name { get; set; }
}
