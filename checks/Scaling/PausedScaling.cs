using System.Globalization;
using KedaStack.Checks.Rules;
using KedaStack.Resources.Graph;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;
using KedaStack.Scaling.Keda.Semantics;

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

    // With the versions of KEDA that know them first (apis/keda/v1alpha1/scaledobject_types.go at each tag).
    private static readonly (string Name, KedaVersion Since)[] _switches = [("paused", new(2, 11, 0)), ("paused-scale-in", new(2, 18, 0)), ("paused-scale-out", new(2, 18, 0))];
    private static readonly KedaVersion _pausedReplicas = new(2, 7, 0);
    private static readonly string[] _false = ["0", "f", "F", "false", "False", "FALSE"];

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        var keda = stack.Keda.Version ?? KedaVersion.Newest;
        foreach (var scaledObject in stack.OfType(ResourceTypes.ScaledObject))
        {
            var annotations = scaledObject.Inputs.Map("metadata.annotations");
            foreach (var (name, since) in _switches)
            {
                if (!annotations.TryGetValue(Group + name, out var value) || _false.Contains(value))
                {
                    continue;
                }

                if (keda < since)
                {
                    yield return Unknown(scaledObject, name, value, keda, since);
                }
                else
                {
                    yield return Found(scaledObject, Path(name), $"{Group}{name}: {value}", "no such annotation");
                }
            }

            if (annotations.TryGetValue($"{Group}paused-replicas", out var replicas) && keda < _pausedReplicas)
            {
                yield return Unknown(scaledObject, "paused-replicas", replicas, keda, _pausedReplicas);
            }
            else if (replicas is not null)
            {
                var isNumber = int.TryParse(replicas, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
                yield return isNumber
                    ? Found(scaledObject, Path("paused-replicas"), $"{Group}paused-replicas: {replicas}", "no such annotation")
                    : Found(scaledObject, Path("paused-replicas"), $"strconv.ParseInt: parsing \"{replicas}\": invalid syntax", "a whole number") with { Severity = Severity.Error };
            }
        }
    }

    private Finding Unknown(GraphResource scaledObject, string name, string value, KedaVersion keda, KedaVersion since) => Found(
        scaledObject, Path(name), $"{Group}{name}: {value}, which KEDA {keda.Major}.{keda.Minor} does not know: nothing is paused", $"KEDA from {since.Major}.{since.Minor} on");

    private static string Path(string name) => PropertyPath.Key("metadata.annotations", Group + name);
}
