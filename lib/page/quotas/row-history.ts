import type { QuotaHistory } from '../../core/measure/quota-history';
import type { Finding } from '../../core/vocabulary/finding';
import { toClock, toMinute } from '../../core/vocabulary/time';
import { spellCount } from '../../core/vocabulary/wording';
import type { Bucket } from '../charts/buckets';
import { renderHistoryChart } from '../charts/history-chart';
import type { SafeHtml } from '../markup/html';
import { limitOf, spellAmount } from '../telling/page-words';
import { spellPeriod } from '../telling/period';
import type { RowSurroundings } from './row-surroundings';

/** `14:00–15:00: 1,056,041 tokens at 14:29`; of a quota of the day the time it was reached says nothing. */
function spellReadout({ from, until, highest }: Bucket, finding: Finding, { words }: RowSurroundings): string {
  const { history } = words.page;
  const time = `${toClock(from)}–${toClock(until)}`;
  if (highest === null) return `${time}: ${history.nothing}`;
  const amount = spellAmount(highest.value, finding.usage?.unit ?? 'tokens', words);
  const isAt = finding.dimension !== 'tokensPerDay' && until - from > 1;
  return `${time}: ${isAt ? history.reached(amount, toClock(highest.minute)) : amount}`;
}

/** The look-back of a quota as a chart. @param subject what it is about, with its unit */
export function renderRowHistory(
  finding: Finding,
  subject: string,
  surroundings: RowSurroundings & { readonly history: readonly QuotaHistory[] },
): SafeHtml {
  const { document, lookbackMinutes, history, words } = surroundings;
  const told = words.page.history;
  const until = toMinute(document.evaluatedAt);
  const points = history.find(({ quotaCode }) => quotaCode === finding.quotaCode)?.points ?? [];
  const limit = limitOf(finding);
  const period = spellPeriod(lookbackMinutes, words);
  const isByMinute = finding.dimension !== 'tokensPerDay';
  return renderHistoryChart({
    points,
    limit,
    from: until - lookbackMinutes,
    until,
    peak: isByMinute && finding.usage?.at ? toMinute(finding.usage.at) : null,
    name: ['history', document.accountId ?? '', document.region, finding.quotaCode].join(' '),
    words: {
      label: told.label(subject, period.whole, limit === null ? words.page.unknown : spellCount(limit, words)),
      none: period.none,
      ownScale: (highest) => told.ownScale(spellAmount(highest, finding.usage?.unit ?? 'tokens', words)),
      readouts: told.parts(subject),
      readout: (bucket) => spellReadout(bucket, finding, surroundings),
    },
  });
}
