namespace Pulumi;

/// <summary>What serialization needs of an input of any type.</summary>
internal interface IInput
{
    /// <summary>What goes over the wire: the output of the input, or the still separate items of a list or map.</summary>
    IOutput Serializable { get; }
}
