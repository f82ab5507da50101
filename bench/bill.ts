import { PRICE_DATE, PRICE_REGION } from '../lib/core/alerts/digest';
import { ASSUMPTIONS, monthlyAmounts, toBill } from '../lib/core/answers/bill';
import { BILL_DAY, countDay } from './lib/bill-day';
import { bundlePoller } from './lib/bundle';
import { printAims, printAssumptions, renderTable, round, saveResult } from './lib/report';

/** What the cheapest tools of today say of themselves, dollars a month for one account and Region. */
const OTHERS = {
  'sample-quota-dashboard-for-amazon-bedrock': 5.73,
  'QuotaGuard (AWS guidance)': 6.45,
} as const;

const AIM_DOLLARS = 2.5;

/** Dollars a month: the calls of a simulated day, counted by the local account, at list prices. */
export async function bill(): Promise<void> {
  const poller = await bundlePoller();
  const day = await countDay(poller).finally(poller.remove);
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
      [...rows, ['sum', '', '', '', full.toFixed(2), afterFreeTier.toFixed(2)]],
    ),
  );
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
    others: OTHERS,
    assumptions: ASSUMPTIONS,
    aims,
  });
}
