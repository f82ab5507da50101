import { PRICE_DATE, PRICE_REGION } from '../lib/core/alerts/digest';
import { ASSUMPTIONS, type DayCounts, monthlyAmounts, toBill } from '../lib/core/answers/bill';
import { BILL_DAY, countDay, REFUSED_CALLS } from './lib/bill-day';
import { bundlePoller } from './lib/bundle';
import { printAims, printAssumptions, renderTable, round, saveResult } from './lib/report';

/** What the cheapest tools of today say of themselves, dollars a month for one account and Region. */
const OTHERS = {
  'sample-quota-dashboard-for-amazon-bedrock': 5.73,
  'QuotaGuard (AWS guidance)': 6.45,
} as const;

const AIM_DOLLARS = 2.5;

/** What is counted more often with evidence. */
function findExtra(plain: DayCounts, evidence: DayCounts): [name: string, times: number][] {
  return [...evidence.calls].flatMap(([name, count]): [string, number][] => {
    const more = count - (plain.calls.get(name) ?? 0);
    return more === 0 ? [] : [[name, more]];
  });
}

/** Dollars a month: the calls of a simulated day, counted by the local account, at list prices. */
export async function bill(): Promise<void> {
  const poller = await bundlePoller();
  const countBoth = async () => [await countDay(poller), await countDay(poller, true)] as const;
  const [day, evidenceDay] = await countBoth().finally(poller.remove);
  // The time of a tick here is told apart from the next run's by nothing but chance.
  const withEvidence = toBill(monthlyAmounts({ ...evidenceDay, meanTickMs: day.meanTickMs }));
  const { lines, full, afterFreeTier } = toBill(monthlyAmounts(day));
  console.log(`One account, ${PRICE_REGION}, list prices of ${PRICE_DATE}. ${BILL_DAY}.\n`);
  console.log(
    renderTable(
      ['counted in one day', 'times'],
      [...day.calls].map(([name, count]) => [name, count]),
    ),
  );
  console.log();
  const rows = lines.map((line) => [
    line.label,
    line.basis,
    round(line.units),
    line.unit,
    line.full.toFixed(3),
    line.afterFreeTier.toFixed(3),
  ]);
  console.log(
    renderTable(
      ['a month of 30.4 days', 'basis', 'units', 'unit', '$ no free tier', '$ after free tier'],
      [
        ...rows,
        ['sum', '', '', '', full.toFixed(2), afterFreeTier.toFixed(2)],
        ['with refusal evidence', '', '', '', withEvidence.full.toFixed(2), withEvidence.afterFreeTier.toFixed(2)],
      ],
    ),
  );
  console.log(`\nWith refusal evidence, ${REFUSED_CALLS}; EventBridge's rule for events of AWS is free:\n`);
  const extra = findExtra(day, evidenceDay);
  console.log(renderTable(['counted more in one day', 'times'], extra));
  console.log();
  console.log(
    renderTable(
      ['beside it', '$ a month by its own account'],
      Object.entries(OTHERS).map(([name, dollars]) => [name, dollars.toFixed(2)]),
    ),
  );
  console.log(
    `\nmean tick here ${round(day.meanTickMs, 1)} ms, ${day.messages} messages, ${day.logBytes} bytes of log`,
  );
  printAssumptions(ASSUMPTIONS);
  const aims = [
    { what: 'dollars a month after free tiers', measured: afterFreeTier, atMost: AIM_DOLLARS },
    { what: 'dollars a month without free tiers', measured: full, atMost: AIM_DOLLARS },
  ];
  printAims(aims);
  saveResult('bill', {
    day: BILL_DAY,
    counted: Object.fromEntries(day.calls),
    meanTickMs: round(day.meanTickMs),
    messages: day.messages,
    logBytes: day.logBytes,
    lines,
    full,
    afterFreeTier,
    withRefusalEvidence: {
      refused: REFUSED_CALLS,
      countedMore: Object.fromEntries(extra),
      lines: withEvidence.lines,
      full: withEvidence.full,
      afterFreeTier: withEvidence.afterFreeTier,
    },
    others: OTHERS,
    assumptions: ASSUMPTIONS,
    aims,
  });
}
