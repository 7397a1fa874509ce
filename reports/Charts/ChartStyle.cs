namespace KedaStack.Reports.Charts;

/// <summary>The style sheet of charts: colours that also differ for the colour-blind, for light and dark surroundings.</summary>
internal static class ChartStyle
{
    /// <summary>The rules; lines end with LF.</summary>
    public const string Css = """
        .chart {
          --paper: #ffffff; --ink: #1f2328; --quiet: #57606a; --grid: #d8dee4;
          --c1: #0072b2; --c2: #d55e00; --c3: #008060; --c4: #a0508c; --c5: #7a6000; --c6: #6e7781;
          --l1: #0072b2; --l2: #d55e00; --l3: #a0508c; --l4: #9aa4ad; --l5: #c00020; --l6: #c8b560;
          font: 12px system-ui, sans-serif;
        }
        @media screen and (prefers-color-scheme: dark) {
          .chart {
            --paper: #0d1117; --ink: #e6edf3; --quiet: #9198a1; --grid: #30363d;
            --c1: #58b0ee; --c2: #ff9d57; --c3: #3fc29a; --c4: #dc8cc8; --c5: #d9b93b; --c6: #8b949e;
            --l1: #58b0ee; --l2: #ff9d57; --l3: #dc8cc8; --l4: #59636e; --l5: #ff6070; --l6: #8a7a2e;
          }
        }
        .chart text { fill: var(--ink); }
        .chart .title { font-weight: 600; }
        .chart .label { fill: var(--quiet); }
        .chart .note { paint-order: stroke; stroke: var(--paper); stroke-width: 3; stroke-linejoin: round; }
        .chart .end { text-anchor: end; }
        .chart .middle { text-anchor: middle; }
        .chart .paper { fill: var(--paper); }
        .chart path { fill: none; stroke: var(--quiet); }
        .chart path.grid { stroke: var(--grid); }
        .chart path.reference { stroke-dasharray: 2 3; }
        .chart path.cursor { stroke: var(--ink); visibility: hidden; }
        .chart path.line { stroke-width: 2; stroke-linejoin: round; }
        .chart path.band { stroke-width: 10; }
        .chart path.area { stroke: none; opacity: .22; }
        .chart path.s1 { stroke: var(--c1); } .chart path.area.s1 { fill: var(--c1); }
        .chart path.s2 { stroke: var(--c2); } .chart path.area.s2 { fill: var(--c2); }
        .chart path.s3 { stroke: var(--c3); } .chart path.area.s3 { fill: var(--c3); }
        .chart path.s4 { stroke: var(--c4); } .chart path.area.s4 { fill: var(--c4); }
        .chart path.s5 { stroke: var(--c5); } .chart path.area.s5 { fill: var(--c5); }
        .chart path.s6 { stroke: var(--c6); } .chart path.area.s6 { fill: var(--c6); }
        .chart path.line.s2 { stroke-dasharray: 7 3; } .chart path.line.s3 { stroke-dasharray: 2 2; }
        .chart path.line.s4 { stroke-dasharray: 9 3 2 3; } .chart path.line.s5 { stroke-dasharray: 4 4; }
        .chart path.line.dense { stroke-width: 1; }
        .chart rect.b1 { fill: var(--l1); } .chart path.b1 { stroke: var(--l1); }
        .chart rect.b2 { fill: var(--l2); } .chart path.b2 { stroke: var(--l2); }
        .chart rect.b3 { fill: var(--l3); } .chart path.b3 { stroke: var(--l3); }
        .chart rect.b4 { fill: var(--l4); } .chart path.b4 { stroke: var(--l4); }
        .chart rect.b5 { fill: var(--l5); } .chart path.b5 { stroke: var(--l5); }
        .chart rect.b6 { fill: var(--l6); } .chart path.b6 { stroke: var(--l6); }

        """;
}
