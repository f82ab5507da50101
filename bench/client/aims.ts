import type { Aim } from '../lib/report';
import type { Played } from './play';

/** A play as it is reported. */
export interface PlayedRow extends Played {
  readonly scenario: string;
  readonly form: string;
  readonly client: string;
  readonly isOverload: boolean;
}

/** What is asked of us where more is wanted than allowed: percentage points of goodput that may lack, percent throttled. */
const OVERLOAD = { 'ours, limits': { lacking: 5, throttled: 1 }, 'ours, none': { lacking: 15, throttled: 5 } } as const;

/** No call is later than this because of us where there is no overload, milliseconds. */
const LATEST = 5;

const SDK = ['SDK standard', 'SDK adaptive'];

function worst(rows: readonly PlayedRow[], of: (row: PlayedRow) => number): number {
  return Math.max(...rows.map(of));
}

/** Percentage points of goodput by which the better mode of the SDK is ahead, in the worst play. */
function behindSdk(rows: readonly PlayedRow[], client: string): number {
  return worst(
    rows.filter((row) => row.client === client),
    ({ scenario, form, goodput }) => {
      const others = rows.filter((row) => row.scenario === scenario && row.form === form && SDK.includes(row.client));
      return worst(others, (other) => other.goodput - goodput) * 100;
    },
  );
}

/** The aims over all forms of the minute, each by its worst play. */
export function toAims(rows: readonly PlayedRow[]): Aim[] {
  const scenarios = [...new Set(rows.filter(({ isOverload }) => isOverload).map(({ scenario }) => scenario))];
  const overload = Object.entries(OVERLOAD).flatMap(([client, { lacking, throttled }]) =>
    scenarios.flatMap((scenario) => {
      const own = rows.filter((row) => row.client === client && row.scenario === scenario);
      return [
        {
          what: `${client}, ${scenario}: goodput lacking, %`,
          measured: worst(own, ({ goodput }) => (1 - goodput) * 100),
          atMost: lacking,
        },
        {
          what: `${client}, ${scenario}: throttled, %`,
          measured: worst(own, (row) => row.throttled * 100),
          atMost: throttled,
        },
      ];
    }),
  );
  const calm = rows.filter(({ scenario, client }) => scenario === 'steady at 30 %' && client.startsWith('ours'));
  return [
    ...overload,
    { what: 'ours, steady at 30 %: wait p99, ms', measured: worst(calm, ({ waitP99 }) => waitP99), atMost: LATEST },
    ...Object.keys(OVERLOAD).map((client) => ({
      what: `${client}: goodput behind the better mode of the SDK, points`,
      measured: behindSdk(rows, client),
      atMost: 0,
    })),
  ];
}
