import { DAYS_PER_MONTH, monthlyAmounts, toBill } from '../lib/core/answers/bill';
import { summarize } from './delay';
import { countDay } from './lib/bill-day';
import { playBreaches, spellBreaches } from './lib/breaches';
import { bundlePoller } from './lib/bundle';
import { printAssumptions, renderTable, round, saveResult } from './lib/report';
import { VARIANTS, type Variant } from './lib/variants';

const PLAN = { models: 15, episodes: 6 };

async function measure({ name, patches }: Variant) {
  const poller = await bundlePoller(patches);
  try {
    const [day, breaches] = await Promise.all([countDay(poller), playBreaches(poller, PLAN)]);
    return { name, day, delays: summarize(breaches) };
  } finally {
    poller.remove();
  }
}

type Measured = Awaited<ReturnType<typeof measure>>;

/** The bill of a variant; what it asks beyond the product as it is may go by GetMetricStatistics, one metric a call. */
function billOf(variant: Variant, { day }: Measured, asItIs: Measured) {
  const metricsOf = (one: Measured) => one.day.calls.get('cloudwatch:MetricsRequested') ?? 0;
  const moved = variant.byStatistics ? Math.max(0, metricsOf({ ...asItIs, day }) - metricsOf(asItIs)) : 0;
  const amounts = monthlyAmounts(day).map((amount) => {
    if (amount.price === 'metricsRequested') return { ...amount, units: amount.units - moved * DAYS_PER_MONTH };
    if (amount.price === 'cloudWatchCalls') return { ...amount, units: amount.units + moved * DAYS_PER_MONTH };
    return amount;
  });
  return { moved, ...toBill(amounts) };
}

/** Bill and delay of other polling policies: each measured as the product with some lines replaced in the bundle. */
export async function policies(): Promise<void> {
  const keyOf = ({ patches }: Variant) =>
    JSON.stringify(patches.map(({ find, replacement }) => [`${find}`, replacement]));
  const distinct = new Map(VARIANTS.map((variant) => [keyOf(variant), variant]));
  const measured = new Map(
    await Promise.all(
      [...distinct].map(async ([key, variant]) => {
        const one = await measure(variant);
        console.log(
          `${one.day.calls.get('cloudwatch:MetricsRequested') ?? 0} metrics a day, p95 ${one.delays.p95}: ${variant.name}`,
        );
        return [key, one] as const;
      }),
    ),
  );
  console.log();
  const [first] = measured.values();
  if (!first) throw new Error('there is no variant to measure');
  const results = VARIANTS.map((variant) => {
    const one = measured.get(keyOf(variant)) ?? first;
    const { moved, lines, full, afterFreeTier } = billOf(variant, one, first);
    return {
      name: variant.name,
      counted: Object.fromEntries(one.day.calls),
      moved,
      lines,
      full,
      afterFreeTier,
      delays: one.delays,
    };
  });
  console.log(`The day of benchmark bill, and ${spellBreaches(PLAN)}.\n`);
  console.log(
    renderTable(
      ['policy', 'metrics/day', 'reads/day', 'writes/day', '$ no free', '$ after free', 'p50', 'p95', 'max'],
      results.map(({ name, counted, full, afterFreeTier, delays }) => [
        name,
        counted['cloudwatch:MetricsRequested'] ?? 0,
        counted['dynamodb:ReadUnits'] ?? 0,
        counted['dynamodb:WriteUnits'] ?? 0,
        round(full),
        round(afterFreeTier),
        delays.p50,
        delays.p95,
        delays.max,
      ]),
    ),
  );
  const assumptions = [
    'GetMetricStatistics rows are computed: the metrics asked for beyond those of the product as it is, one call each, are moved to the price of calls',
    'the variants run side by side, so the assumed Lambda time is that of a busy machine; all else as in bill and delay',
  ];
  console.log();
  printAssumptions(assumptions);
  saveResult('policies', { breaches: spellBreaches(PLAN), results, assumptions });
}
