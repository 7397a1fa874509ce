using KedaStack.Checks.Rules;
using KedaStack.Resources.Objects;
using KedaStack.Resources.Views;

namespace KedaStack.Checks.Scaling;

/// <summary>The HPA's behavior is within the API server's limits.</summary>
internal sealed class BehaviorLimits() : Check(new()
{
    Id = "behavior-limits",
    Severity = Severity.Error,
    Title = "The HPA's behavior is within the API server's limits",
    Failure = "`spec.behavior.scaleDown.policies[0].periodSeconds: Invalid value: 3600: must be less than or equal to 1800`; KEDA logs it and there is no HPA",
    Cause = "KEDA passes the behavior on unchecked; the API server refuses the HPA.",
    Fix = "periodSeconds 1 to 1800, value above 0, type Pods or Percent, stabilizationWindowSeconds 0 to 3600, selectPolicy Max, Min or Disabled.",
    About = [ResourceTypes.ScaledObject],
})
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(StackView stack)
    {
        foreach (var scaledObject in stack.OfType(ResourceTypes.ScaledObject))
        {
            foreach (var direction in new[] { "scaleUp", "scaleDown" })
            {
                var path = $"spec.advanced.horizontalPodAutoscalerConfig.behavior.{direction}";
                if (scaledObject.Inputs.Number($"{path}.stabilizationWindowSeconds") is < 0 or > 3600)
                {
                    yield return Wrong("stabilizationWindowSeconds", "0 to 3600");
                }

                if (scaledObject.Inputs.Text($"{path}.selectPolicy") is not (null or "Max" or "Min" or "Disabled"))
                {
                    yield return Wrong("selectPolicy", "Max, Min or Disabled");
                }

                for (var i = 0; i < scaledObject.Inputs.Objects($"{path}.policies").Count; i++)
                {
                    var policy = scaledObject.Inputs.Objects($"{path}.policies")[i];
                    if (policy.Text("type") is not ("Pods" or "Percent"))
                    {
                        yield return Wrong($"policies[{i}].type", "Pods or Percent");
                    }

                    if (policy.Number("value") is null or <= 0)
                    {
                        yield return Wrong($"policies[{i}].value", "above 0");
                    }

                    if (policy.Number("periodSeconds") is null or < 1 or > 1800)
                    {
                        yield return Wrong($"policies[{i}].periodSeconds", "1 to 1800");
                    }
                }

                Finding Wrong(string field, string expected) =>
                    Found(scaledObject, $"{path}.{field}", scaledObject.Inputs.Shown($"{path}.{field}"), expected);
            }
        }
    }
}
