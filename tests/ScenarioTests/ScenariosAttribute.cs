using System.Reflection;
using Xunit.Sdk;

namespace KedaStack.Tests.ScenarioTests;

/// <summary>The scenarios whose names begin with a word.</summary>
/// <param name="area">The word: a command, or what a user gets.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ScenariosAttribute(string area) : DataAttribute
{
    /// <summary>The word.</summary>
    public string Area => area;

    /// <inheritdoc/>
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        Scenario.All.Where(name => name.Split('-')[0] == area).Select(name => new object[] { name });
}
