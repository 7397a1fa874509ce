using Pulumi;

namespace KedaStack.Tests.Sdks.Behaviour.Things;

[OutputType]
internal sealed class Part
{
    public readonly string Name;
    public readonly int? Size;

    [OutputConstructor]
    internal Part(string name, [OutputConstructorParameter("partSize")] int? size) => (Name, Size) = (name, size);
}
