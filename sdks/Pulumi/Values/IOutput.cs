namespace Pulumi;

/// <summary>What serialization needs of an output of any type.</summary>
internal interface IOutput
{
    Task<OutputData> Data { get; }
}
