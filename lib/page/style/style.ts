import { type SafeHtml, trustedHtml } from '../markup/html';
import { BASE_STYLE } from './base-style';
import { CHART_STYLE } from './chart-style';
import { TABLE_STYLE } from './table-style';
import { TILE_STYLE } from './tile-style';
import { TOOL_STYLE } from './tool-style';

/**
 * Style sheet of the quotas, which touches nothing outside `.bqw`: one column where there is little width, be it a phone or
 * a narrow widget. Light or dark as the reader's system is, unless the class `light` or `dark` says otherwise.
 */
export const QUOTA_STYLE: SafeHtml = trustedHtml(`${BASE_STYLE}${TILE_STYLE}${TOOL_STYLE}${CHART_STYLE}${TABLE_STYLE}
`);

/** What the document around the quotas needs beside {@link QUOTA_STYLE}: its body, and the charts of usage. */
export const QUOTA_PAGE_STYLE: SafeHtml = trustedHtml(`body{margin:0}
@media (prefers-color-scheme:dark){html{background:#10161d}}
.bqw figure{margin:.8rem 0}.bqw figcaption{color:var(--quiet);font-size:.85rem;margin-bottom:.2rem}
.bqw figure .chart{height:8rem}.bqw figure fieldset{height:6.08rem}
.bqw .days{background:var(--panel);display:block;height:7rem;width:100%}.bqw .days rect{fill:var(--bar)}
.bqw .week{display:block;height:auto;width:100%;max-width:48rem}.bqw .week rect{fill:var(--bar)}
.bqw .week rect.none{fill:var(--panel)}.bqw .week text{fill:var(--quiet);font-size:7px}`);
