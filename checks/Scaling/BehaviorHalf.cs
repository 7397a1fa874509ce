using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Scaling;

/// <summary>The HPA's behavior specifies both directions or neither.</summary>
internal sealed class BehaviorHalf() : Check(new()
{
    Id = "behavior-half",
    Severity = Severity.Warning,
    Title = "The HPA's behavior specifies both directions or neither",
    Failure = "the direction left out scales differently from before, such as 1 to 5 instead of 1 to 4 replicas in the first step",
    Cause = "Without any behavior the HPA uses its older rules; as soon as one direction is written, the API server fills the other with the default policies (4 pods or 100 % in 15 s), whose limits are counted differently.",
    Fix = "Write both directions, so that the file says what happens.",
    About = [ResourceTypes.ScaledObject],
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        foreach (var scaledObject in stack.OfType(ResourceTypes.ScaledObject))
        {
            const string Path = "spec.advanced.horizontalPodAutoscalerConfig.behavior";
            var (up, down) = (scaledObject.Inputs.At($"{Path}.scaleUp"), scaledObject.Inputs.At($"{Path}.scaleDown"));
            if (up is null != down is null)
            {
                var (written, missing) = up is null ? ("scaleDown", "scaleUp") : ("scaleUp", "scaleDown");
                var severity = stack.Files is null ? Info.Severity : Severity.Information;
                yield return Found(scaledObject, Path, $"only {written}", $"{missing}, too") with { Severity = severity };
            }
        }
    }
}
