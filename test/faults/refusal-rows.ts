import type { Fault, FaultKind } from '../../local/wire/faults';
import { toEvent, toEvents } from './refusal-scenario';
import { at } from './scenario';

/** Something that happens to the queue of refused calls, and what is to come of it. */
export interface RefusalRow {
  readonly name: string;
  /** What EventBridge delivers before the run of a time. @default - forty events before 12:06 */
  readonly deliveries?: Readonly<Record<string, readonly string[]>>;
  /** From 12:06 on. */
  readonly faults?: readonly Omit<Fault, 'service'>[];
  /** Whether they last until 12:20, and not the run of 12:06 alone. */
  readonly isLasting?: boolean;
  /** Whether the queue is deleted at 12:06, and made anew at 12:20. */
  readonly isDeleted?: boolean;
  /** Calls that are counted, beside those of the scenario. @default 40 */
  readonly counted?: number;
  /** Messages that are counted as unreadable. @default 0 */
  readonly unreadable?: number;
  /** What the run of 12:06 says went wrong. @default - it returns */
  readonly fails?: string;
  /** Sources that are told as blind, each once. @default - none */
  readonly told?: readonly string[];
}

const FORTY = toEvents(40, 'forty');
const KIB = 1024;

/** Everything from the last to the first, and from the middle. */
function mix(bodies: readonly string[]): string[] {
  return [...bodies].reverse().sort((a, b) => (a.length % 3) - (b.length % 3));
}

const courses: RefusalRow[] = [
  { name: 'forty events' },
  {
    name: 'each event four times, as messages of their own, over minutes',
    deliveries: { '12:06': [...FORTY, ...FORTY], '12:07': FORTY, '12:16': mix(FORTY) },
  },
  {
    name: 'disorder: the newest first, and those of two hours ago last',
    deliveries: {
      '12:06': mix(toEvents(20, 'new', (index) => ({ eventTime: at(`12:0${index % 6}`) }))),
      '12:08': mix(toEvents(15, 'old', (index) => ({ eventTime: at(`11:${10 + index}`) }))),
      '12:16': mix(toEvents(5, 'older', () => ({ eventTime: at('10:20') }))),
    },
  },
  {
    name: 'events of more than three hours ago are left out',
    deliveries: { '12:06': toEvents(40, 'late', () => ({ eventTime: at('09:00') })) },
    counted: 0,
  },
  { name: 'none', deliveries: {}, counted: 0 },
];

const poison: RefusalRow[] = (
  [
    ['no JSON', ['no JSON', '', '{"detail":', '\u0000\ud83d', 'x'.repeat(200 * KIB)], 0, 5],
    ['another shape', ['[]', 'null', '"text"', '7', '{}', '{"detail":[]}', '{"detail":{"eventName":1}}'], 0, 7],
    [
      'another source, or no refusal',
      [
        toEvent('a', { eventSource: 's3.amazonaws.com', eventName: 'GetObject' }),
        toEvent('b', { eventSource: 'bedrock-agent.amazonaws.com' }),
        toEvent('c', { errorCode: undefined }),
        toEvent('d', { awsRegion: 'eu-west-1' }),
      ],
      0,
      0,
    ],
    [
      'huge',
      toEvents(40, 'huge', () => ({ extra: 'x'.repeat(240 * KIB), errorMessage: 'y'.repeat(200 * KIB) })),
      40,
      0,
    ],
    [
      'nested without end',
      [toEvent('a', { extra: '@' }).replace('"@"', '['.repeat(90_000) + ']'.repeat(90_000))],
      1,
      0,
    ],
    ['no time', toEvents(3, 'timeless', () => ({ eventTime: undefined })), 0, 3],
    ['a time that is none', toEvents(3, 'never', (index) => ({ eventTime: ['soon', '', 1_760_000_000][index] })), 0, 3],
    ['a time to come', toEvents(3, 'ahead', (index) => ({ eventTime: at(`1${3 + index}:30`) })), 0, 3],
    [
      'years that cannot be',
      toEvents(4, 'far', (index) => ({
        eventTime: ['0001-01-01T00:00:00Z', '1970-01-01T00:00:00Z', '9999-12-31T23:59:59Z', '+275760-09-13T00:00:00Z'][
          index
        ],
      })),
      0,
      4,
    ],
  ] as const
).map(([name, bodies, counted, unreadable]) => ({
  name: `poison: ${name}`,
  // Twice as many runs meet it as would tell it.
  deliveries: { '12:06': bodies, '12:07': FORTY },
  counted: 40 + counted,
  unreadable,
  told: unreadable > 0 ? ['refusals:unreadable'] : [],
}));

const CALLS = { ReceiveMessage: 'sqs:ReceiveMessage', DeleteMessageBatch: 'sqs:DeleteMessage' } as const;

function toFaultRows(operation: keyof typeof CALLS): RefusalRow[] {
  const fails = CALLS[operation];
  const row = (kind: FaultKind, changes: Partial<RefusalRow>): RefusalRow => ({
    name: `${operation} ${kind}${changes.isLasting ? ', lasting' : ''}`,
    faults: [{ operation, kind }],
    ...changes,
  });
  return [
    ...(['throttle', 'serverError', 'cutBody', 'junk', 'accessDenied', 'gone', 'hang'] as const).map((kind) =>
      row(kind, { fails }),
    ),
    row('slow', {}),
    ...(['throttle', 'cutBody', 'hang'] as const).map((kind) => ({
      name: `${operation} ${kind}, once`,
      faults: [{ operation, kind, times: 1 }],
    })),
    row('accessDenied', { isLasting: true, fails, told: [fails] }),
  ];
}

const entries: RefusalRow[] = [
  {
    name: 'one entry of a batch is not deleted, once',
    faults: [{ operation: 'DeleteMessageBatchEntry', kind: 'serverError', times: 1 }],
  },
  {
    name: 'entries of batches are not deleted',
    faults: [{ operation: 'DeleteMessageBatchEntry', kind: 'serverError', times: 60, skip: 5 }],
    fails: 'sqs:DeleteMessage',
  },
  {
    name: 'no entry is deleted, lasting',
    faults: [{ operation: 'DeleteMessageBatchEntry', kind: 'throttle' }],
    isLasting: true,
    fails:
      'sqs:DeleteMessage failed for 40 messages of the queue of refused calls (ThrottlingException: Rate exceeded)',
    told: ['sqs:DeleteMessage'],
  },
];

/** Fewer than one call brings: between two tries nothing is there to try it with. */
const few: RefusalRow = {
  name: 'three messages are not deleted, lasting',
  deliveries: { '12:06': toEvents(3, 'three') },
  counted: 3,
  faults: [{ operation: 'DeleteMessageBatch', kind: 'accessDenied' }],
  isLasting: true,
  fails: 'sqs:DeleteMessage',
  told: ['sqs:DeleteMessage'],
};

const gone: RefusalRow = {
  name: 'the queue is deleted, and made anew',
  deliveries: { '12:25': FORTY },
  isDeleted: true,
  fails: 'sqs:ReceiveMessage',
  told: ['sqs:ReceiveMessage'],
};

/** The table. */
export const REFUSAL_ROWS: readonly RefusalRow[] = [
  ...courses.map((row) => ({ deliveries: { '12:06': FORTY }, ...row })),
  ...poison,
  ...[...toFaultRows('ReceiveMessage'), ...toFaultRows('DeleteMessageBatch'), ...entries].map((row) => ({
    deliveries: { '12:06': FORTY },
    ...row,
  })),
  few,
  gone,
];
