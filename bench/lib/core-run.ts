import { DEFAULT_THRESHOLDS } from '../../lib/contract';
import { evaluate } from '../../lib/core/findings/evaluate';
import { toReport } from '../../lib/core/findings/report';
import { KNOWN_MODELS } from '../../lib/core/quotas/known-models';
import { createModelIdResolver } from '../../lib/core/traffic/resolve-model-id';
import type { ModelSeries } from '../../lib/core/vocabulary/series';
import { EN } from '../../lib/language/en';
import { type CoreInput, MINUTES } from './core-input';

const SECONDS = 5;

function toSeries({ modelIds, now }: CoreInput): ModelSeries[] {
  return modelIds.map((modelId, index) => ({
    endpoint: 'runtime',
    modelId,
    complete: true,
    minutes: Array.from({ length: MINUTES }, (_, offset) => ({
      minute: now - MINUTES + offset,
      invocations: 9 + ((index + offset) % 5),
      throttles: 0,
      clientErrors: 0,
      serverErrors: 0,
      input: 300_000,
      output: 20_000,
      cacheRead: 0,
      cacheWrite: 0,
      estimatedTpm: 400_000 + ((index * 7_919 + offset * 104_729) % 200_000),
    })),
  }));
}

/** Runs in a process of its own: evaluates for some seconds, tells rate and memory to the parent. */
function run(input: CoreInput): void {
  const { quotas, now } = input;
  const series = toSeries(input);
  const evaluateOnce = () => {
    const evaluation = evaluate({
      accountId: '111122223333',
      region: 'us-east-1',
      now,
      lookbackMinutes: 20,
      quotas,
      series,
      resolve: createModelIdResolver({ models: KNOWN_MODELS, profiles: [] }),
      thresholds: DEFAULT_THRESHOLDS,
      blindSpots: [],
    });
    return toReport(evaluation, { programs: EN, people: EN });
  };
  const before = process.resourceUsage().maxRSS;
  const firstStarted = performance.now();
  const { document } = evaluateOnce();
  const firstMs = performance.now() - firstStarted;
  let evaluations = 0;
  const started = performance.now();
  while (performance.now() - started < SECONDS * 1000) {
    evaluateOnce();
    evaluations++;
  }
  const perSecond = evaluations / ((performance.now() - started) / 1000);
  const { maxRSS } = process.resourceUsage();
  process.send?.({
    perSecond,
    firstMs,
    findings: document.findings.length,
    traffic: document.coverage.mappedModelIds.length,
    peakMb: maxRSS / 1024,
    beforeMb: before / 1024,
  });
}

process.once('message', (input: CoreInput) => {
  run(input);
  process.disconnect();
});
