using KedaStack.Tests.Shared;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("KedaStack.Tests.Shared." + nameof(GroupsFirst), "KedaStack.Tests")]

namespace KedaStack.Tests.Shared;

/// <summary>
/// Begins with the groups whose tests come one after the other: begun last, the longest would end alone, with the other
/// processors idle. No result depends on it.
/// </summary>
public sealed class GroupsFirst : ITestCollectionOrderer
{
    /// <inheritdoc/>
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(collection => collection.CollectionDefinition is null);
}
