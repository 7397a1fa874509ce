using Pulumi;

namespace KedaStack.Tests.Sdks.Behaviour.Things;

internal sealed class PartArgs : ResourceArgs
{
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;

    [Input("partSize")]
    public Input<double>? Size { get; set; }
}
