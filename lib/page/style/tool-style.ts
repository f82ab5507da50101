/** Links, buttons, and the tools above the table. */
export const TOOL_STYLE = `
.bqw a{color:var(--link);text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:.15em}
.bqw a:hover{text-decoration-thickness:2px}.bqw th a code{color:inherit}
.bqw .links{display:flex;flex-wrap:wrap;font-size:.875rem;gap:.2rem 1.1rem;margin:.35rem 0 0}
.bqw button,.bqw .tools select,.bqw .tools input[type=search]{background:var(--paper);border:1px solid var(--edge);border-radius:.3rem;color:var(--ink);font:inherit;font-size:.8125rem}
.bqw .copy{cursor:pointer;line-height:1.3;margin-left:.3rem;min-width:4rem;padding:.15rem .6rem}.bqw .copy:hover{background:var(--panel)}
.bqw .tools{align-items:center;display:flex;flex-wrap:wrap;font-size:.875rem;gap:.5rem 1.2rem;margin:.6rem 0 .8rem}.bqw .tools[hidden]{display:none}
.bqw .tools label{align-items:center;display:flex;gap:.45rem}.bqw .tools input[type=search]{padding:.3rem .5rem;width:14rem}
.bqw .tools select{padding:.3rem .4rem}.bqw .tools input[type=checkbox]{height:1.05rem;margin:0;width:1.05rem}
@media print{.bqw .tools,.bqw .copy{display:none}}
@container (max-width:30rem){.bqw .tools label:not(.check){width:100%}.bqw .tools label:not(.check)>:last-child{flex:1;width:auto}
.bqw .tools label:not(.check)>span{min-width:3.5rem}}`;
