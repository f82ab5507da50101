import { type DeployedWatchdog, deploy, ROWS } from '../lambda/deployed';
import { LONGEST_RUN_MS } from './lambda-limits';
import { at, EXPECTED, play, prepareTraffic, said, TICKS } from './scenario';

let watchdog: DeployedWatchdog;

/** As many pages of quotas as Bedrock has. */
const PAGES = 12;

beforeEach(async () => {
  const others = Array.from({ length: PAGES - ROWS.length }, (_, index) => ({
    quotaCode: `L-${String(index).padStart(8, '0')}`,
    quotaName: `On-demand model inference tokens per minute for Vendor Model ${index}`,
    appliedValue: 100_000,
    defaultValue: 100_000,
    adjustable: true,
  }));
  watchdog = await deploy({ now: new Date(at('11:00')), quotas: [...ROWS, ...others], pageSizes: { quotas: 1 } });
  prepareTraffic(watchdog.account);
});

afterEach(() => watchdog.close());

const BEFORE = TICKS.indexOf('12:06');

interface Row {
  readonly what: string;
  readonly service: string;
  readonly operation?: string;
  readonly fault: { readonly kind: 'slow' | 'hangFirstTry' | 'endlessPages'; readonly slowMs?: number };
  /** What the run of 12:06 names as cut; `null`: it came in full. */
  readonly cut: string | null;
}

/** In the time of AWS itself: a run has its 55 seconds, and its requests time out after five. */
const ROWS_OF_FAULTS: readonly Row[] = [
  {
    what: 'pages of quotas, 4.7 seconds each',
    service: 'servicequotas',
    fault: { kind: 'slow', slowMs: 4_700 },
    cut: 'servicequotas:ListServiceQuotas',
  },
  {
    what: 'pages of quotas of which each first try times out',
    service: 'servicequotas',
    fault: { kind: 'hangFirstTry' },
    cut: 'servicequotas:ListServiceQuotas',
  },
  { what: 'metrics whose first tries time out', service: 'cloudwatch', fault: { kind: 'hangFirstTry' }, cut: null },
  ...(
    [
      ['servicequotas', 'ListServiceQuotas'],
      ['servicequotas', 'ListAWSDefaultServiceQuotas'],
      ['servicequotas', 'ListRequestedServiceQuotaChangeHistory'],
      ['bedrock', 'ListInferenceProfiles'],
      ['cloudwatch', 'ListMetrics'],
    ] as const
  ).map(([service, operation]) => ({
    what: `${operation} without end`,
    service,
    operation,
    fault: { kind: 'endlessPages' } as const,
    cut: `${service}:${operation}`,
  })),
];

it.each(ROWS_OF_FAULTS.map((row) => [row.what, row] as const))(
  '%s: the run ends in time, tells by what is known, and says what was cut',
  async (_, { service, operation, fault, cut }) => {
    const { account } = watchdog;
    await play(watchdog, TICKS.slice(0, BEFORE));
    const added = { service, ...(operation ? { operation } : {}), ...fault };
    account.faults.add(added);
    const startedAt = performance.now();
    account.clock.set(new Date(at('12:06')));
    const run = await watchdog.invoke({ time: at('12:06') }, { lifetimeMs: LONGEST_RUN_MS });
    expect(performance.now() - startedAt).toBeLessThan(LONGEST_RUN_MS);
    expect(said(account)).toEqual([EXPECTED[0]]);
    if (cut === null) expect(run).toMatchObject({ kind: 'returned' });
    else expect(run.kind === 'failed' && run.message).toContain(`${cut} failed (`);
    account.faults.remove(added);
    const runs = await play(watchdog, TICKS.slice(BEFORE + 1));
    expect([...runs.values()].filter(({ kind }) => kind === 'failed')).toEqual([]);
    expect(said(account)).toEqual(EXPECTED);
  },
  180_000,
);
