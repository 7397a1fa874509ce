using System.Globalization;
using KedaStack.Checks.Rules;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Scaling;

/// <summary>No annotation pauses the scaling.</summary>
internal sealed class PausedScaling() : Check(new()
{
    Id = "paused-scaling",
    Severity = Severity.Warning,
    Title = "No annotation pauses the scaling",
    Failure = "no HPA and no scaling, without an error: the condition Paused is True; with `paused-replicas` that is no number `strconv.ParseInt: parsing \"two\": invalid syntax`",
    Cause = "Someone paused it and left the annotation in the file. Any value but false pauses, even an empty one.",
    Fix = "Leave the annotation out, or write that it is meant.",
    IsOnlyForFiles = true,
    About = [ResourceTypes.ScaledObject],
})
{
    private const string Group = "autoscaling.keda.sh/";

    private static readonly string[] _switches = ["paused", "paused-scale-in", "paused-scale-out"];
    private static readonly string[] _false = ["0", "f", "F", "false", "False", "FALSE"];

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        foreach (var scaledObject in stack.OfType(ResourceTypes.ScaledObject))
        {
            var annotations = scaledObject.Inputs.Map("metadata.annotations");
            foreach (var name in _switches)
            {
                if (annotations.TryGetValue(Group + name, out var value) && !_false.Contains(value))
                {
                    yield return Found(scaledObject, Path(name), $"{Group}{name}: {value}", "no such annotation");
                }
            }

            if (annotations.TryGetValue($"{Group}paused-replicas", out var replicas))
            {
                var isNumber = int.TryParse(replicas, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
                yield return isNumber
                    ? Found(scaledObject, Path("paused-replicas"), $"{Group}paused-replicas: {replicas}", "no such annotation")
                    : Found(scaledObject, Path("paused-replicas"), $"strconv.ParseInt: parsing \"{replicas}\": invalid syntax", "a whole number") with { Severity = Severity.Error };
            }
        }
    }

    private static string Path(string name) => PropertyPath.Key("metadata.annotations", Group + name);
}
