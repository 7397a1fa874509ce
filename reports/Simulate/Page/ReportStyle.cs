using KedaStack.Reports.Charts;

namespace KedaStack.Reports.Simulate.Page;

/// <summary>The style sheet of a report: one column that fits a phone, light, dark and on paper.</summary>
internal static class ReportStyle
{
    /// <summary>The rules; lines end with LF.</summary>
    public const string Css = ChartStyle.Css + """
        :root { --paper: #ffffff; --ink: #1f2328; --quiet: #57606a; --rule: #d8dee4; --shade: #f6f8fa; --mark: #fff3c4; }
        @media screen and (prefers-color-scheme: dark) {
          :root { --paper: #0d1117; --ink: #e6edf3; --quiet: #9198a1; --rule: #30363d; --shade: #161b22; --mark: #4b3d00; }
        }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
        main { max-width: 960px; margin: 0 auto; padding: 16px 20px 48px; }
        h1 { font-size: 1.6rem; line-height: 1.25; margin: .5rem 0; overflow-wrap: anywhere; }
        h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; }
        h3 { font-size: 1rem; margin: 1.25rem 0 .5rem; overflow-wrap: anywhere; }
        p { margin: .5rem 0; overflow-wrap: anywhere; }
        .quiet { color: var(--quiet); }
        figure { margin: .5rem 0; }
        svg { display: block; width: 100%; height: auto; touch-action: pan-y; }
        .narrow { display: none; }
        .reading { position: sticky; bottom: 0; background: var(--shade); border: 1px solid var(--rule); border-radius: 6px; padding: 8px 12px; }
        .reading label { display: flex; gap: 12px; align-items: center; }
        .reading input { flex: 1; min-width: 0; height: 28px; accent-color: #0072b2; }
        .reading output { display: block; min-height: 1.5em; font-variant-numeric: tabular-nums; white-space: pre-line; }
        .scroll {
          overflow-x: auto;
          background:
            linear-gradient(to right, var(--paper) 50%, transparent) left / 32px 100% no-repeat local,
            linear-gradient(to left, var(--paper) 50%, transparent) right / 32px 100% no-repeat local,
            linear-gradient(to right, var(--rule), transparent) left / 16px 100% no-repeat scroll,
            linear-gradient(to left, var(--rule), transparent) right / 16px 100% no-repeat scroll;
        }
        table { border-collapse: collapse; font-size: .9rem; font-variant-numeric: tabular-nums; }
        th, td { text-align: left; vertical-align: top; padding: 4px 16px 4px 0; border-bottom: 1px solid var(--rule); }
        tbody th { font-weight: normal; }
        thead th { color: var(--quiet); font-weight: 600; }
        .numbers td, .numbers thead th + th { text-align: right; padding-right: 0; padding-left: 20px; white-space: nowrap; }
        .numbers thead th { white-space: normal; }
        .decisions td:last-child { min-width: 14rem; }
        mark { background: var(--mark); color: inherit; }
        @media (max-width: 640px) {
          main { padding: 8px 12px 32px; }
          .wide { display: none; }
          .narrow { display: block; }
          th, td { padding-right: 10px; }
          .numbers td, .numbers thead th + th { padding-left: 12px; }
          .decisions td:last-child { min-width: 9rem; }
        }
        @media print {
          .reading { display: none; }
          .wide { display: block; }
          .narrow { display: none; }
          body { font-size: 11pt; }
          main { max-width: none; padding: 0; }
          .scroll { overflow: visible; background: none; }
          figure, tr { break-inside: avoid; }
          h2, h3 { break-after: avoid; }
        }

        """;
}
