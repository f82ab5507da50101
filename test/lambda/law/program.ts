import fc from 'fast-check';
import type { FaultKind } from '../../../local/wire/faults';
import { BROKEN_ROWS, type StoredItemRow } from '../../faults/stored-item-rows';

/** A call that something happens to. */
export interface Target {
  readonly service: string;
  readonly operation: string;
}

/** What happens in one minute. */
export interface Step {
  /** Percent of their quotas that the models spend in it. */
  readonly levels: readonly [number, number];
  /** Calls that fail in it, all of them. */
  readonly faults: readonly (Target & { readonly kind: FaultKind })[];
  /** The process ends when this call is made, for the so many-and-first time. `null`: it lives. */
  readonly crash: (Target & { readonly skip: number }) | null;
  /** An item that is spoilt before it. `null`: none is. */
  readonly spoilt: StoredItemRow | null;
}

const TARGETS: readonly Target[] = [
  ['servicequotas', 'ListServiceQuotas'],
  ['bedrock', 'ListFoundationModels'],
  ['cloudwatch', 'ListMetrics'],
  ['cloudwatch', 'GetMetricStatistics'],
  ['cloudwatch', 'PutMetricData'],
  ['dynamodb', 'GetItem'],
  ['dynamodb', 'Query'],
  ['dynamodb', 'PutItem'],
  ['dynamodb', 'BatchWriteItem'],
  ['sns', 'Publish'],
  ['events', 'PutEvents'],
].map(([service = '', operation = '']) => ({ service, operation }));

const KINDS: readonly FaultKind[] = ['throttle', 'serverError', 'accessDenied', 'cutBody', 'junk', 'invalid'];

/** Items that are there from the first run on. */
const SPOILT = BROKEN_ROWS.filter(({ item, isAlerting }) => item !== 'rules' && !isAlerting);

const target = fc.constantFrom(...TARGETS);

/** Above half of a quota a series is read each minute; from 80 % on it is told, from 95 % on as critical. */
const level = fc.constantFrom(60, 85, 97);

const step: fc.Arbitrary<Step> = fc.record({
  levels: fc.tuple(level, level),
  faults: fc.array(
    fc.tuple(target, fc.constantFrom(...KINDS)).map(([one, kind]) => ({ ...one, kind })),
    { maxLength: 3 },
  ),
  crash: fc.option(
    fc.tuple(target, fc.nat({ max: 3 })).map(([one, skip]) => ({ ...one, skip })),
    { freq: 2 },
  ),
  spoilt: fc.option(fc.constantFrom(...SPOILT), { freq: 2 }),
});

/** Minutes with faults, and what the models spend from then on. */
export interface Program {
  readonly steps: readonly Step[];
  readonly last: readonly [number, number];
}

/** Rounds in which SNS may refuse a message itself: at the third it is set aside, and told as that. */
const MOST_REFUSALS = 2;

/** Whether a channel refuses for good: an event at once, a mail after some rounds. It is then told as set aside, and not again. */
function isSetAside({ steps }: Program): boolean {
  const refusing = (service: string) =>
    steps.filter(({ faults }) => faults.some((one) => one.service === service && one.kind === 'invalid')).length;
  return refusing('events') > 0 || refusing('sns') > MOST_REFUSALS;
}

/** Any program of a few minutes that sets no message aside. */
export const anyProgram: fc.Arbitrary<Program> = fc
  .record({ steps: fc.array(step, { minLength: 1, maxLength: 5 }), last: fc.tuple(level, level) })
  .filter((program) => !isSetAside(program));

function spoiltRow(item: StoredItemRow['item']): StoredItemRow {
  const row = SPOILT.find((one) => one.item === item);
  if (!row) throw new Error(`no row spoils ${item}`);
  return row;
}

/** Programs that once did not hold. */
export const KNOWN_PROGRAMS: readonly Program[] = [
  // The quotas of before are gone, and cannot be listed: those of the next minute can.
  {
    steps: [
      {
        levels: [85, 60],
        faults: [{ service: 'servicequotas', operation: 'ListServiceQuotas', kind: 'serverError' }],
        crash: null,
        spoilt: spoiltRow('catalog'),
      },
    ],
    last: [97, 60],
  },
];
