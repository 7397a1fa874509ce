namespace Pulumi;

/// <summary>What serialization needs of a union of any types.</summary>
internal interface IUnion
{
    object Value { get; }
}
