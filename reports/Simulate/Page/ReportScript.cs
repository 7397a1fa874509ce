namespace KedaStack.Reports.Simulate.Page;

/// <summary>
/// The script of a report: one cursor over all panels, moved by the slider (which the keyboard moves, too) or by pointing
/// at a chart, and the values there in words.
/// </summary>
internal static class ReportScript
{
    /// <summary>The script; lines end with LF.</summary>
    public const string JavaScript = """

        "use strict";
        (() => {
          const data = JSON.parse(document.getElementById("data").textContent);
          const box = document.getElementById("reading"), slider = document.getElementById("time"), words = document.getElementById("values");
          const charts = [...document.querySelectorAll("svg.chart")];
          const pad = (number) => String(number).padStart(2, "0");
          const clock = (at) => {
            const seconds = Math.floor(at), days = Math.floor(seconds / 86400), hours = Math.floor(seconds / 3600) % 24, minutes = Math.floor(seconds / 60) % 60;
            return (days ? days + "d " : "") + (days || hours ? hours + ":" + pad(minutes) : minutes) + ":" + pad(seconds % 60);
          };
          const place = (times, at) => {
            let low = -1, high = times.length;
            while (high - low > 1) {
              const middle = (low + high) >> 1;
              if (times[middle] <= at) low = middle; else high = middle;
            }
            return low;
          };
          const shown = (number) => number === null ? "unknown" : String(Math.round(number * 1000) / 1000);
          const describe = (run, at) => {
            const i = place(run.at, at), name = run.name ? run.name + ": " : "";
            if (i < 0) return name + "no sync yet";
            return name + "load " + shown(run.load[i]) + " req/s, value per replica " + shown(run.value[i]) + ", desired " + run.desired[i] +
              ", Ready " + run.ready[i] + (run.limit[i] ? ", limited: " + run.limit[i] : "");
          };
          const move = (at) => {
            for (const chart of charts) {
              const width = chart.viewBox.baseVal.width - data.left - data.right, cursor = chart.querySelector(".cursor");
              cursor.setAttribute("transform", "translate(" + (data.left + width * at / data.seconds) + " 0)");
              cursor.style.visibility = "visible";
            }
            const lines = data.runs.map((run) => describe(run, at));
            slider.setAttribute("aria-valuetext", clock(at));
            words.textContent = data.runs.length > 1 ? clock(at) + "\n" + lines.join("\n") : clock(at) + "  " + lines[0];
          };
          slider.max = data.seconds;
          slider.step = Math.max(1, Math.round(data.seconds / 1000));
          slider.addEventListener("input", () => move(Number(slider.value)));
          for (const chart of charts) {
            const point = (event) => {
              const box = chart.getBoundingClientRect(), scale = chart.viewBox.baseVal.width / box.width;
              const share = ((event.clientX - box.left) * scale - data.left) / (chart.viewBox.baseVal.width - data.left - data.right);
              const at = Math.min(1, Math.max(0, share)) * data.seconds;
              slider.value = at;
              move(at);
            };
            chart.addEventListener("pointermove", point);
            chart.addEventListener("pointerdown", point);
          }
          box.hidden = false;
        })();

        """;
}
