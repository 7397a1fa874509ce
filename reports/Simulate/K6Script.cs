using System.Globalization;
using System.Text;
using System.Text.Json;
using KedaStack.Resources.Load;
using KedaStack.Scaling.Quantities;
using KedaStack.Scaling.Simulation.Load;

namespace KedaStack.Reports.Simulate;

/// <summary>
/// A script for Grafana k6 that offers the same load to a real address: an open model, in which requests begin by the clock
/// however slowly they are answered (executor ramping-arrival-rate).
/// </summary>
internal static class K6Script
{
    /// <summary>The variable of the environment that names the address.</summary>
    public const string AddressVariable = "TARGET_URL";

    // More stages than this would only make the script long; what is between has its mean.
    private const int MostSteps = 2000;
    private const int MilliPerOne = 1000;
    private const int MostWorkers = 20_000;
    private const int LeastWorkers = 10;

    /// <summary>The script; lines end with LF.</summary>
    public static string Write(SimulatedTraffic traffic)
    {
        var steps = traffic.Traffic.Thinned(MostSteps, traffic.Duration);
        // k6 takes whole numbers only, and fractions as so many in a longer time.
        var isWhole = steps.All(step => step.MilliRequestsPerSecond % MilliPerOne == 0);
        var unit = isWhole ? MilliPerOne : 1;
        var peak = (int)(steps.Max(step => step.MilliRequestsPerSecond) / MilliPerOne);
        var workers = Math.Clamp(peak, LeastWorkers, MostWorkers);
        return string.Create(CultureInfo.InvariantCulture, $$"""
            // Written by kedastack simulate: the load {{JsonSerializer.Serialize(traffic.Source)}} for {{PrometheusDuration.Format(traffic.Duration)}}.
            // Run it with: k6 run -e {{AddressVariable}}=http://host/path <this file>
            import http from 'k6/http';

            const target = __ENV.{{AddressVariable}};
            if (!target) {
              throw new Error('{{AddressVariable}} is not set; say which address gets the load: k6 run -e {{AddressVariable}}=http://host/path <this file>');
            }

            export const options = {
              discardResponseBodies: true,
              // A Service spreads connections over its pods, not requests.
              noConnectionReuse: true,
              // Requests that k6 was too slow to begin were not offered.
              thresholds: { dropped_iterations: ['count==0'] },
              scenarios: {
                load: {
                  executor: 'ramping-arrival-rate',
                  startRate: {{steps[0].MilliRequestsPerSecond / unit}},
                  timeUnit: '{{(isWhole ? 1 : MilliPerOne)}}s',
                  preAllocatedVUs: {{workers}},
                  maxVUs: {{Math.Min(MostWorkers, 10 * workers)}},
                  stages: [
            {{Stages(steps, traffic.Duration, unit)}}      ],
                },
              },
            };

            export default function () {
              http.get(target);
            }

            """).ReplaceLineEndings("\n");
    }

    // A stage goes evenly from the rate before to its own: one of no length is a jump.
    private static string Stages(IReadOnlyList<TrafficStep> steps, TimeSpan duration, int unit)
    {
        var text = new StringBuilder();
        for (var i = 0; i < steps.Count; i++)
        {
            var rate = steps[i].MilliRequestsPerSecond / unit;
            var end = i + 1 < steps.Count ? steps[i + 1].AtMilliseconds : (long)duration.TotalMilliseconds;
            text.Append(i == 0 ? "" : Stage(rate, 0)).Append(Stage(rate, end - steps[i].AtMilliseconds));
        }

        return text.ToString();
    }

    private static string Stage(long rate, long milliseconds) =>
        string.Create(CultureInfo.InvariantCulture, $"        {{ target: {rate}, duration: '{milliseconds}ms' }},\n");
}
