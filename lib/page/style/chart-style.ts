/** Bars of use and charts of a time. What a part of a chart says stands over its axis while it is pointed at or has the focus. */
export const CHART_STYLE = `
.bqw .bar{border-radius:.2rem;display:block;height:.375rem;margin:.2rem 0 .25rem;max-width:14rem;width:100%}
.bqw .bar.plain{color:var(--bar)}
.bqw .bar rect{fill:var(--line)}.bqw .bar rect.used{fill:currentColor}
.bqw .history{position:relative}.bqw .chart{display:block;height:3.5rem;width:100%}
.bqw .plot{overflow:hidden}.bqw .used{fill:var(--bar)}.bqw .over{fill:var(--critical)}
.bqw .limit{fill:none;stroke:var(--critical);stroke-width:1}
.bqw .peak{fill:none;stroke:var(--ink);stroke-linecap:round;stroke-width:6}
.bqw .tick{stroke:var(--line)}.bqw .chart text{fill:var(--quiet);font-size:.6875rem}
.bqw .note{display:block;font-size:.75rem;line-height:1.35}
.bqw fieldset{border:0;display:flex;height:2.66rem;inset:0 0 auto;margin:0;min-width:0;padding:0;position:absolute}
.bqw legend{clip-path:inset(50%);height:1px;overflow:hidden;padding:0;position:absolute;width:1px}
.bqw fieldset label{flex:1;min-width:0}
.bqw fieldset input{appearance:none;cursor:crosshair;display:block;height:100%;margin:0;opacity:.18;outline-offset:-1px;width:100%}
.bqw fieldset input:hover,.bqw fieldset input:focus-visible{background:var(--ink)}.bqw fieldset input:focus-visible{opacity:.4}
.bqw fieldset span{background:var(--paper);border-top:1px solid var(--edge);clip-path:inset(100%);font-size:.75rem;
line-height:1.35;padding:.1rem 0;pointer-events:none;position:absolute;right:0;left:0;top:100%;z-index:1}
.bqw label:hover>span,.bqw fieldset:not(:hover) input:focus-visible+span{clip-path:none}
@media print{.bqw fieldset{display:none}}`;
