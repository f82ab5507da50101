import { toQuotaHistories } from '../../../lib/core/measure/quota-history';
import { KNOWN_MODELS } from '../../../lib/core/quotas/known-models';
import { mapQuotas } from '../../../lib/core/quotas/map-quotas';
import { toQuotas } from '../../../lib/core/quotas/quota-list';
import { createModelIdResolver } from '../../../lib/core/traffic/resolve-model-id';
import type { InferenceProfile } from '../../../lib/core/vocabulary/model';
import { renderQuotaWidget } from '../../../lib/page/widget';
import { readQuotaTable } from '../../../local/quotas/table';
import { series, usage } from '../core/fixtures';
import { judge } from '../core/judge';
import { NOW } from './page-fixtures';

const IDS = 5_000;
const LOOKBACK = 180;

/** The hard limit of a reply of Lambda. */
const MOST_BYTES = 6 * 1024 * 1024;

/** The widget is to be drawn in two seconds; the machine of a test may be slow and busy. */
const GENEROUS_MS = 20_000;

/** Every quota of the list with its default in force. */
function listQuotas() {
  const rows = readQuotaTable();
  const toRow = ({ quotaCode, quotaName, adjustable, defaultValue }: (typeof rows)[number]) => ({
    QuotaCode: quotaCode,
    QuotaName: quotaName,
    Adjustable: adjustable,
    Value: defaultValue,
  });
  return mapQuotas(toQuotas(rows.map(toRow), rows.map(toRow)).quotas, KNOWN_MODELS, {}).quotas;
}

const QUOTAS = listQuotas();
const BASES = KNOWN_MODELS.map(({ id }) => id);

/** Application profiles of all models in turn, and the ids that CloudWatch has for them. */
const PROFILES = Array.from({ length: IDS }, (_, index): InferenceProfile => {
  const id = `app${String(index).padStart(9, '0')}`;
  return {
    id,
    arn: `arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/${id}`,
    name: `team-${index}`,
    type: 'APPLICATION',
    modelArns: [`arn:aws:bedrock:us-east-1::foundation-model/${BASES[index % BASES.length]}`],
  };
});

/** Some minutes of the day, a few of them within the look-back, with refusals now and then. */
function minutesOf(index: number) {
  return Array.from({ length: 24 }, (_, step) =>
    usage(NOW - 1_440 + step * 60 + (index % 50), {
      invocations: 3,
      estimatedTpm: 100 + ((index * 37 + step) % 9_000),
      throttles: (index + step) % 11 === 0 ? 1 : 0,
    }),
  );
}

test.each([
  ['callers of the models there are', PROFILES.map(({ id }) => id), 'data-finding="utilization/'],
  ['ids that nobody knows', PROFILES.map((_, index) => `qx${index}unknown`), 'data-finding="unmappedUsage/'],
])('5,000 %s: within a reply of Lambda, and soon', (what, ids, shown) => {
  const startedAt = performance.now();
  const { document, described, traffic, lookbackMinutes } = judge({
    accountId: '111122223333',
    region: 'us-east-1',
    now: NOW,
    lookbackMinutes: LOOKBACK,
    quotas: QUOTAS,
    series: ids.map((id, index) => series(id, minutesOf(index))),
    resolve: createModelIdResolver({ models: KNOWN_MODELS, profiles: PROFILES }),
    profiles: PROFILES,
    thresholds: { warningPercent: 80, criticalPercent: 95 },
    blindSpots: [],
  });
  const history = toQuotaHistories(QUOTAS, traffic, NOW, LOOKBACK);
  const widget = renderQuotaWidget({ document, described, lookbackMinutes, quotas: QUOTAS, history }, NOW, {
    now: NOW + 1,
    theme: 'dark',
    runbook: 'docs/runbook.md',
  });
  const took = performance.now() - startedAt;
  const bytes = Buffer.byteLength(JSON.stringify(widget));
  process.stderr.write(`widget, 5,000 ${what}: ${Math.round(took)} ms, ${bytes.toLocaleString('en')} bytes\n`);
  expect(document.coverage.activeModelIds).toHaveLength(IDS);
  expect(widget).toContain(shown);
  expect(bytes).toBeLessThan(MOST_BYTES);
  expect(took).toBeLessThan(GENEROUS_MS);
});
