using Pulumi;

namespace KedaStack.Tests.Sdks.Behaviour.Things;

/// <summary>A component that can register outputs.</summary>
internal sealed class Group(string name, ComponentResourceOptions? options = null, ResourceArgs? args = null)
    : ComponentResource("test:index:Group", name, args, options)
{
    [Output("answer")]
    public Output<int>? Answer { get; set; }

    [Output]
    public Output<string>? Unnamed { get; set; }

    [Output("nothing")]
    public Output<string>? Nothing { get; set; }

    public void RegisterAll() => RegisterOutputs();
}
