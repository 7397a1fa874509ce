using System.Globalization;
using KedaStack.Scaling.Keda.Triggers.Config;
using KedaStack.Tests.Scaling.Upstream;

namespace KedaStack.Tests.Scaling.Keda.Upstream;

/// <summary>The cases of KEDA's typed_config_test.go that are about kinds of parameters which a prometheus trigger has.</summary>
public sealed class TypedConfigUpstreamTests
{
    private const string Table = "typed_config_test.txt";

    public static TheoryData<string> Cases => UpstreamTable.Names(Table);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Parameter_UpstreamCase_SameValueOrProblem(string name)
    {
        var row = UpstreamTable.Case(Table, name);
        var parameter = row["parameter"];
        var config = new TypedConfig(new TriggerDefinition { Metadata = new Dictionary<string, string> { [parameter] = row["value"] } });

        var actual = row["kind"] switch
        {
            "required" => config.Required(parameter),
            "map" => string.Join(';', config.Map(parameter).Select(pair => $"{pair.Key}={pair.Value}")),
            "number" => config.OptionalNumber(parameter).ToString(CultureInfo.InvariantCulture),
            "bool, by default true" => config.Bool(parameter, true) ? "true" : "false",
            "duration" => config.Duration(parameter).ToString(),
            _ => "no such kind",
        };

        Assert.Equal(row["expected"], config.Faults is [var fault] ? fault.Message : actual);
    }

    [Fact]
    public void UpstreamFile_EveryTest_IsAppliedOrListedWithReason() => UpstreamCoverage.AssertComplete(
        UpstreamTable.Load("typed_config_test.all.txt"),
        UpstreamTable.Load(Table),
        UpstreamTable.Load("typed_config_test.not-applicable.txt"));
}
