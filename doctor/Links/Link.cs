using KedaStack.Doctor.Chains;
using KedaStack.Doctor.Evidence;

namespace KedaStack.Doctor.Links;

/// <summary>One link of the chain from an app's metrics to its pods.</summary>
/// <param name="id">Its stable name.</param>
/// <param name="reads">What it reads, in words.</param>
/// <param name="breaks">What breaks it, in words.</param>
internal abstract class Link(string id, string reads, string breaks)
{
    /// <summary>Its stable name.</summary>
    public string Id { get; } = id;

    /// <summary>What it reads, in words.</summary>
    public string Reads { get; } = reads;

    /// <summary>What breaks it, in words.</summary>
    public string Breaks { get; } = breaks;

    /// <summary>How it is in a chain.</summary>
    public abstract LinkVerdict Judge(Chain chain);
}
