import type { Patch } from './bundle';

/** A polling policy to compare: the product as it is, or with some lines replaced in the bundle. */
export interface Variant {
  readonly name: string;
  readonly patches: readonly Patch[];
  /** `true`: the metrics asked for beyond those of the product as it is go by GetMetricStatistics, call by call. */
  readonly byStatistics?: boolean;
}

const POLICY = 'lib/core/measure/reading-plan.ts';
const READER = 'lambda/reading/read-usage.ts';

/** Minutes between two reads of warm and cold series. */
function intervals(warm: number, cold: number): Patch {
  return {
    file: POLICY,
    find: /\{ hot: 1, warm: 2, cold: 3 \}/,
    replacement: `{ hot: 1, warm: ${warm}, cold: ${cold} }`,
  };
}

/**
 * Between its regular reads a series is asked for one metric, the native estimate (calls where there is none), every so
 * many minutes. The regular read covers the 15 minutes before the last read of any kind, so no column has a gap.
 */
function sentinel(minutes: number): Patch[] {
  return [
    {
      file: READER,
      find: /\.filter\(\(\[, memory\]\) => isDue\(memory\.readUntil, memory\.temperature, now\)\)/,
      replacement: `.filter(([, memory]) => isDue(memory.readUntil, memory.temperature, now) || now % ${minutes} === 0)`,
    },
    {
      file: READER,
      find: /metricNames: metricsOf\(identity, memory, needsTokens\),/,
      replacement: `metricNames: isDue(memory.readUntil, memory.temperature, now) ? metricsOf(identity, memory, needsTokens) :
        [memory.metricNames.includes('EstimatedTPMQuotaUsage') ? 'EstimatedTPMQuotaUsage' : 'Invocations'],`,
    },
    // A sentinel read must not set off the read of the token counts.
    {
      file: READER,
      find: /if \(metricNames\.length === 0 \|\| !history\) return \[\];/,
      replacement: 'if (metricNames.length === 0 || !history || request.metricNames.length === 1) return [];',
    },
  ];
}

/** What is compared. Hot series are read each minute in all of them. */
export const VARIANTS: readonly Variant[] = [
  { name: 'as it is: warm 2, cold 3', patches: [] },
  { name: 'warm 5, cold 15', patches: [intervals(5, 15)] },
  { name: 'one-metric sentinel each 3, GetMetricData', patches: sentinel(3) },
  { name: 'one-metric sentinel each 2, GetMetricData', patches: sentinel(2) },
  { name: 'one-metric sentinel each 1, GetMetricData', patches: sentinel(1) },
  { name: 'one-metric sentinel each 2, GetMetricStatistics', patches: sentinel(2), byStatistics: true },
  { name: 'one-metric sentinel each 1, GetMetricStatistics', patches: sentinel(1), byStatistics: true },
];
