import type { TargetSummary, UnseenTarget } from '../../core/answers/overview';
import { spellAccount, spellPlace } from '../../core/vocabulary/place';
import { type EpochMinute, toMinute } from '../../core/vocabulary/time';
import { type Language, wordsOf } from '../../language/language';
import { html, type SafeHtml } from '../markup/html';
import { type QuotaFragmentInput, renderQuotaFragment } from '../quotas/fragment';
import { renderTools } from '../quotas/tools';
import { renderDocument } from '../shell/document';
import { spellUnseen } from './spell-unseen';
import type { TargetRow } from './target-row';
import { renderTargets } from './targets';

/** A target that was evaluated, with what its quotas are drawn from. */
export type PageTarget = TargetSummary & { readonly shown: QuotaFragmentInput };

/** What the page of a fleet shows. */
export interface FleetPageInput {
  /** Name of the watchdog's stack. */
  readonly watchdog: string;
  readonly now: EpochMinute;
  readonly targets: readonly PageTarget[];
  readonly unseen: readonly UnseenTarget[];
  /** @default en */
  readonly language?: Language;
}

/** Targets whose quotas stand in full below the table: each takes some hundred kilobytes. */
const MOST_IN_FULL = 50;

/** The element in which a target stands in full. */
function anchorOf({ place: { accountId, region } }: Pick<TargetSummary, 'place'>): string {
  return `target-${accountId}-${region}`;
}

function toRow(target: PageTarget, isInFull: boolean): TargetRow {
  const { place, severity, counts, worst, report } = target;
  const name = spellAccount(place);
  const isOpen = worst !== null && worst.finding.severity !== 'ok';
  return {
    place,
    severity,
    counts,
    worst: isOpen ? { subject: worst.context.subject, percent: worst.finding.utilizationPercent } : null,
    seenAt: toMinute(report.document.evaluatedAt),
    why: null,
    heading: isInFull ? html`<a href="#${anchorOf(target)}">${name}</a>` : html`${name}`,
  };
}

function toUnseenRow({ place, why }: UnseenTarget, language: Language): TargetRow {
  return {
    place,
    severity: 'unknown',
    counts: { critical: 0, warning: 0, unknown: 0 },
    worst: null,
    seenAt: null,
    why: spellUnseen(why, wordsOf(language)),
    heading: html`${spellAccount(place)}`,
  };
}

function renderInFull(target: PageTarget, language: Language): SafeHtml {
  const place = spellPlace(target.place);
  const tools = renderTools(wordsOf(language).page, place);
  return html`<details id="${anchorOf(target)}" class="target"><summary>${place}</summary>
${renderQuotaFragment({ ...target.shown, tools })}
</details>
`;
}

/** All accounts and Regions of a fleet as one HTML document: the worst stand below in full, folded, where their rows lead. */
export function renderFleetPage({ watchdog, now, targets, unseen, language = 'en' }: FleetPageInput): string {
  const words = wordsOf(language);
  const inFull = new Set(targets.slice(0, MOST_IN_FULL));
  const rows = [
    ...targets.map((target) => toRow(target, inFull.has(target))),
    ...unseen.map((one) => toUnseenRow(one, language)),
  ];
  return renderDocument({
    heading: words.fleet.view.title(watchdog),
    words: words.page,
    body: html`${renderTargets(rows, { now, words })}${[...inFull].map((target) => renderInFull(target, language))}`,
  });
}
