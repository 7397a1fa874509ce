using Pulumi;

namespace KedaStack.Tests.Sdks.Behaviour.Things;

internal sealed class ThingArgs : ResourceArgs
{
    [Input("tags")]
    private InputMap<string>? _tags;

    [Input("items")]
    private InputList<string>? _items;

    [Input("text")]
    public Input<string>? Text { get; set; }

    [Input("count")]
    public Input<int>? Count { get; set; }

    [Input("part")]
    public Input<PartArgs>? Part { get; set; }

    [Input("anything")]
    public Input<object>? Anything { get; set; }

    [Input("resource")]
    public Input<Resource>? Resource { get; set; }

    [Input("flagText", json: true)]
    public Input<bool>? FlagText { get; set; }

    [Input("itemsText", json: true)]
    public InputList<string>? ItemsText { get; set; }

    public InputMap<string> Tags
    {
        get => _tags ??= [];
        set => _tags = value;
    }

    public InputList<string> Items
    {
        get => _items ??= [];
        set => _items = value;
    }
}
