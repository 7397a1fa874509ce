using KedaStack.Scaling.Explain.Forecast;

namespace KedaStack.Scaling.Explain.Outages;

/// <summary>What an outage does with other settings.</summary>
/// <param name="Answer">The answer: <c>an error</c> or <c>no data</c>.</param>
/// <param name="Settings">The settings that it meets.</param>
/// <param name="IsOwn">Whether it is the answer and the settings that are explained.</param>
/// <param name="Forecast">What happens.</param>
public sealed record OutageVariant(string Answer, string Settings, bool IsOwn, ScalingForecast Forecast);
