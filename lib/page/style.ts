import { type SafeHtml, trustedHtml } from './html';

const LIGHT = `--ink:#16191f;--paper:#fff;--panel:#f4f5f7;--quiet:#4d5761;--line:#c3c9d0;
--ok:#1b6e12;--warning:#8a4b00;--critical:#b3140c;--unknown:#3b4a9c;--bar:#0b6bcb`;

const DARK = `--ink:#e9ebed;--paper:#10161d;--panel:#1b242e;--quiet:#a9b4c0;--line:#3f4b58;
--ok:#7fd077;--warning:#f2b35c;--critical:#ff8a80;--unknown:#aab6ff;--bar:#66b2ff`;

/**
 * Style sheet of the quotas, which touches nothing outside `.bqw`: one column where there is little width, be it a phone or
 * a narrow widget. Light or dark as the reader's system is, unless the class `light` or `dark` says otherwise.
 */
export const QUOTA_STYLE: SafeHtml = trustedHtml(`
.bqw{${LIGHT};color-scheme:light dark;color:var(--ink);background:var(--paper);container-type:inline-size;
font:.9375rem/1.45 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;margin:0 auto;max-width:72rem;padding:1rem;
overflow-wrap:anywhere}
@media (prefers-color-scheme:dark){.bqw{${DARK}}}
.bqw.light{${LIGHT};color-scheme:light}
.bqw.dark{${DARK};color-scheme:dark}
.bqw *{box-sizing:border-box}
.bqw h1{font-size:1.4rem;margin:0;text-wrap:balance}.bqw h2{font-size:1.1rem;margin:1.6rem 0 .5rem}.bqw h3{font-size:1rem;margin:0}
.bqw p{margin:.25rem 0}.bqw ol{margin:.25rem 0;padding-left:1.3rem}
.bqw ul{list-style:none;margin:.25rem 0;padding:0}.bqw ul li{display:grid;gap:0 .6rem;grid-template-columns:6.2rem 1fr}
.bqw ul li span{white-space:pre-wrap}
.bqw .quiet{color:var(--quiet)}.bqw .ok{color:var(--ok)}.bqw .warning{color:var(--warning)}
.bqw .critical{color:var(--critical)}.bqw .unknown{color:var(--unknown)}
.bqw .tiles{display:grid;gap:.6rem;grid-template-columns:repeat(auto-fit,minmax(8.75rem,1fr));margin:1rem 0;padding:0}
.bqw .tiles div{background:var(--panel);border-radius:.4rem;padding:.6rem .8rem}
.bqw .tiles dt{color:var(--quiet);font-size:.85rem}.bqw .tiles dd{font-size:1.35rem;font-weight:600;margin:0}
.bqw .tiles small{color:var(--quiet);display:block;font-size:.8rem;font-weight:400}
.bqw .card{border-left:.25rem solid var(--line);background:var(--panel);margin:.5rem 0;padding:.6rem .8rem}
.bqw .card.critical,.bqw .card.warning,.bqw .card.unknown,.bqw .card.ok{border-color:currentColor}
.bqw .card>*{color:var(--ink)}
.bqw .state{font-weight:600}
.bqw code{font:.8125rem/1.4 ui-monospace,Menlo,Consolas,monospace;white-space:pre-wrap}
.bqw table{border-collapse:collapse;width:100%}.bqw caption{color:var(--quiet);padding-bottom:.3rem;text-align:left}
.bqw th,.bqw td{border-bottom:1px solid var(--line);font-weight:400;padding:.5rem 1rem .5rem 0;text-align:left;
vertical-align:top}
.bqw thead th{color:var(--quiet);font-size:.85rem;white-space:nowrap}.bqw tbody th{font-weight:600}
.bqw tbody tr:has(+.more)>*{border:0;padding-bottom:0}.bqw .more>td{padding:0 0 .5rem}
.bqw .number{font-variant-numeric:tabular-nums;text-align:right;white-space:nowrap}
.bqw td:nth-of-type(1):not([colspan]){min-width:8rem}.bqw td:nth-of-type(2){min-width:9rem}.bqw td:nth-of-type(3){min-width:8rem}.bqw td:nth-of-type(5){min-width:6rem}
.bqw .bar.plain{color:var(--bar)}.bqw .label{display:none}
.bqw .bar{display:block;margin:.15rem 0;height:.5rem;width:100%;max-width:12rem}
.bqw .bar rect{fill:var(--line)}.bqw .bar rect.used{fill:currentColor}
.bqw .spark{background:var(--panel);display:block;height:2rem;width:100%;max-width:12rem}
.bqw .spark path{fill:none;stroke:var(--bar);stroke-width:1.25}.bqw .spark path.limit{stroke:var(--critical)}
.bqw details{border-top:1px solid var(--line);padding:.6rem 0}.bqw section+details{margin-top:1.2rem}
.bqw .more details{border:0;padding:.1rem 0 0}.bqw .more summary{font-weight:400}.bqw summary{cursor:pointer;font-weight:600}
.bqw details caption{clip-path:inset(50%);height:1px;overflow:hidden;position:absolute;width:1px}
@container (max-width:52rem){.bqw thead{clip-path:inset(50%);height:1px;overflow:hidden;position:absolute;width:1px}
.bqw table,.bqw tbody,.bqw tr,.bqw td,.bqw tbody th{display:block}
.bqw caption{display:block}
.bqw tr{border-bottom:1px solid var(--line);padding:.5rem 0}.bqw tr:has(+.more){border:0;padding-bottom:0}
.bqw tr.more{padding-top:0}.bqw td,.bqw tbody th{border:0;padding:.1rem 0}
.bqw td[data-label]{display:inline-block;padding-right:1rem}.bqw .spark{margin:.2rem 0}
.bqw .label{color:var(--quiet);display:inline}
.bqw td[data-label]::before{color:var(--quiet);content:attr(data-label) " "}.bqw .number{text-align:left}}
@container (max-width:30rem){.bqw ul li{display:block}}
`);

/** What the document around the quotas needs beside {@link QUOTA_STYLE}: its body, and the charts of usage. */
export const QUOTA_PAGE_STYLE: SafeHtml = trustedHtml(`body{margin:0}
@media (prefers-color-scheme:dark){html{background:#10161d}}
.bqw figure{margin:.8rem 0}.bqw figcaption{color:var(--quiet);font-size:.85rem;margin-bottom:.2rem}
.bqw .chart .spark{height:7rem;max-width:none}
.bqw .week{display:block;height:auto;width:100%;max-width:48rem}.bqw .week rect{fill:var(--bar)}
.bqw .week rect.none{fill:var(--panel)}.bqw .week text{fill:var(--quiet);font-size:7px}
.bqw .bars rect{fill:var(--bar)}`);
