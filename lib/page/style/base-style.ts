import { DARK, LIGHT } from './colours';

/** Colours, type, and what all parts share. */
export const BASE_STYLE = `
.bqw{${LIGHT};color-scheme:light dark;color:var(--ink);background:var(--paper);container-type:inline-size;
font:.9375rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;margin:0 auto;max-width:88rem;padding:1.25rem 1rem 2rem;
overflow-wrap:anywhere}
@media (prefers-color-scheme:dark){.bqw{${DARK}}}
.bqw.light{${LIGHT};color-scheme:light}
.bqw.dark{${DARK};color-scheme:dark}
.bqw *{box-sizing:border-box}.bqw [hidden]{display:none}
.bqw h1{font-size:1.4rem;letter-spacing:-.01em;margin:0;text-wrap:balance}
.bqw h2{font-size:1.05rem;margin:2rem 0 .5rem}.bqw h3{font-size:.9375rem;margin:0}
.bqw p{margin:.25rem 0}.bqw ol{margin:.4rem 0 0;padding-left:1.3rem}.bqw ol li{margin:.2rem 0}
.bqw .quiet{color:var(--quiet)}.bqw .ok{color:var(--ok)}.bqw .warning{color:var(--warning)}
.bqw .critical{color:var(--critical)}.bqw .unknown{color:var(--unknown)}
.bqw .keep{white-space:nowrap}
.bqw a{color:var(--link)}.bqw a.call{cursor:pointer;text-decoration:underline}
.bqw .state{font-weight:600}.bqw .state.ok{color:var(--ink)}
.bqw .mark{background:color-mix(in srgb,currentColor 11%,transparent);border-radius:.6rem;font-size:.75rem;
padding:.05rem .45rem;white-space:nowrap}.bqw .ok .mark{background:none;color:var(--ok);padding:0}
.bqw code{font:.8125rem/1.45 ui-monospace,Menlo,Consolas,monospace;white-space:pre-wrap}
.bqw .command span{display:inline-block;max-width:100%}
.bqw details{border-top:1px solid var(--line);padding:.6rem 0}.bqw section+details{margin-top:2rem}
.bqw summary{cursor:pointer;font-weight:600}
.bqw :focus-visible{outline:2px solid var(--link);outline-offset:2px}`;
