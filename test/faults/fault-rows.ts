import type { AlertRulesInput } from '../../lib/core/rules/rules';
import type { Fault, FaultKind } from '../../local/wire/faults';
import { EXPECTED, EXPECTED_AFTER_BLINDNESS, EXPECTED_FROM_86_PERCENT } from './scenario';

/** A fault and what is to come of it. */
export interface FaultRow {
  readonly action: string;
  readonly kind: FaultKind;
  /** `run`: the run of 12:06; `once`: one call of it; `lasting`: 12:06 to 12:16. */
  readonly span: 'run' | 'once' | 'lasting';
  /** Calls that pass before it hits. @default 0 */
  readonly skip?: number;
  /** What the run of 12:06 comes to. */
  readonly run: 'failed' | 'returned';
  readonly expected: readonly string[];
  /** Most messages that may come again. @default 0 */
  readonly repeats?: number;
  /** Whether chat and EventBridge are on; then the fault must leave the mail alone. */
  readonly hasChannels?: boolean;
  /** Rules of the user, which must hold all the while. */
  readonly rules?: AlertRulesInput;
  /** Whether the blindness is told: it must last, and the watchdog must be able to speak. */
  readonly coverage: boolean;
  /** What the blindness is called. @default - the action */
  readonly coverageSource?: string;
}

const CATALOG_ACTIONS = [
  'servicequotas:ListServiceQuotas',
  'servicequotas:ListAWSDefaultServiceQuotas',
  'servicequotas:ListRequestedServiceQuotaChangeHistory',
  'bedrock:ListFoundationModels',
  'bedrock:ListInferenceProfiles',
] as const;
const READS = [...CATALOG_ACTIONS, 'cloudwatch:ListMetrics', 'cloudwatch:GetMetricStatistics'] as const;
const ACTIONS = [
  ...READS,
  'cloudwatch:PutMetricData',
  'sns:Publish',
  'dynamodb:GetItem',
  'dynamodb:Query',
  'dynamodb:PutItem',
  'dynamodb:BatchWriteItem',
] as const;
const PAGED: readonly string[] = READS.filter(
  (action) => action !== 'bedrock:ListFoundationModels' && action !== 'cloudwatch:GetMetricStatistics',
);
const WRITES: readonly string[] = ['sns:Publish', 'dynamodb:PutItem', 'dynamodb:BatchWriteItem'];
const RETRIED: readonly FaultKind[] = ['throttle', 'serverError', 'cutBody'];
/** What fails here leaves nothing to be said or remembered: the peaks show at once when it is over. */
const BLINDING: readonly string[] = [
  'cloudwatch:GetMetricStatistics',
  'dynamodb:GetItem',
  'dynamodb:Query',
  'dynamodb:PutItem',
  'dynamodb:BatchWriteItem',
];

const base = { expected: EXPECTED, coverage: false } as const;

/** The whole run of 12:06: the run fails and says why, the next one makes up for it. */
const wholeRun: FaultRow[] = ACTIONS.flatMap((action) =>
  (['throttle', 'serverError', 'cutBody', 'junk', 'accessDenied', 'emptyPageWithToken'] as const)
    .filter((kind) => kind !== 'emptyPageWithToken' || PAGED.includes(action))
    .map((kind) => ({
      ...base,
      action,
      kind,
      span: 'run' as const,
      run: 'failed' as const,
      repeats: action === 'sns:Publish' && kind === 'cutBody' ? 1 : 0,
    })),
);

/** One call of the run of 12:06: a retry within the run makes up for it. Writes meet each kind, reads take turns. */
const oneCall: FaultRow[] = ACTIONS.flatMap((action, index) =>
  RETRIED.filter((_, turn) => WRITES.includes(action) || turn === index % RETRIED.length).map((kind) => ({
    ...base,
    action,
    kind,
    span: 'once' as const,
    // An answer of SNS that is lost is not asked for again within the run.
    run: action === 'sns:Publish' && kind === 'cutBody' ? ('failed' as const) : ('returned' as const),
    // SNS took the message, and its answer was cut off: whether to say it again cannot be known.
    repeats: action === 'sns:Publish' && kind === 'cutBody' ? 1 : 0,
  })),
);

/** 12:06 to 12:16: told where the watchdog can still speak; nothing is lost when it is over. */
const lasting: FaultRow[] = ACTIONS.map((action) => ({
  action,
  kind: 'accessDenied',
  span: 'lasting',
  run: 'failed',
  expected: BLINDING.includes(action) ? EXPECTED_AFTER_BLINDNESS : EXPECTED,
  coverage: (READS as readonly string[]).includes(action),
}));

/** Calls that hang once: the request times out after five seconds, its retry answers. */
const hanging: FaultRow[] = ['cloudwatch:GetMetricStatistics', 'sns:Publish', 'dynamodb:GetItem'].map((action) => ({
  ...base,
  action,
  kind: 'hang',
  span: 'once',
  run: action === 'sns:Publish' ? 'failed' : 'returned',
}));

/** The run of 12:06 writes catalog, state, and the state without the message: each write alone. */
const laterWrites: FaultRow[] = [1, 2].flatMap((skip) =>
  (['serverError', 'accessDenied', 'junk'] as const).map((kind) => ({
    ...base,
    action: 'dynamodb:PutItem',
    kind,
    span: 'run' as const,
    skip,
    run: 'failed' as const,
    // The message went out, and that it did could not be written down.
    repeats: skip === 2 ? 1 : 0,
  })),
);

/** Chat and events: the mail of 12:06 is the first Publish of its run, the chat the second. */
const CHANNEL_CALLS = [
  { action: 'sns:Publish', skip: 1 },
  { action: 'events:PutEvents', skip: 0 },
] as const;

/** Topic, key or message are at fault in the run of 12:06: what is said comes whole when it is mended. */
const refusals: FaultRow[] = (['invalid', 'keyDisabled', 'gone'] as const).flatMap((kind): FaultRow[] => {
  const row = { ...base, action: 'sns:Publish', kind, span: 'run', run: 'failed' } as const;
  return kind === 'invalid' ? [row] : [row, { ...row, skip: 1, hasChannels: true }];
});

/** A channel of its own: it fails alone, makes up for it, and repeats nothing of another. */
const channels: FaultRow[] = CHANNEL_CALLS.flatMap((call): FaultRow[] => {
  const row = { ...base, ...call, hasChannels: true } as const;
  return [
    ...(['throttle', 'serverError', 'cutBody', 'junk', 'accessDenied'] as const).map((kind) => ({
      ...row,
      kind,
      span: 'run' as const,
      run: 'failed' as const,
      repeats: kind === 'cutBody' ? 1 : 0,
    })),
    { ...row, kind: 'throttle', span: 'once', run: 'returned' },
    { ...row, kind: 'cutBody', span: 'once', run: 'failed', repeats: 1 },
    { ...row, kind: 'accessDenied', span: 'lasting', run: 'failed' },
    { ...row, kind: 'hang', span: 'once', run: 'failed' },
  ];
});

/** One entry of a call is refused. */
const refusedEntry: FaultRow[] = [
  { ...base, action: 'events:PutEventsEntry', kind: 'throttle', span: 'once', run: 'failed', hasChannels: true },
];

/** With all channels the run of 12:06 writes the state once more after the chat and after the events. */
const channelWrites: FaultRow[] = [3, 4].map((skip) => ({
  ...base,
  action: 'dynamodb:PutItem',
  kind: 'serverError',
  span: 'run',
  skip,
  run: 'failed',
  hasChannels: true,
  repeats: 1,
}));

/** Rules that cannot be read stay as they were: with the stock threshold the peak of 12:04 would be told. */
const rules: FaultRow[] = [
  ...(['throttle', 'serverError', 'cutBody', 'junk', 'accessDenied', 'emptyPageWithToken'] as const).map(
    (kind) => ({ kind, span: 'run', run: 'failed', coverage: false }) as const,
  ),
  ...(['throttle', 'cutBody', 'hang'] as const).map(
    (kind) => ({ kind, span: 'once', run: 'returned', coverage: false }) as const,
  ),
  { kind: 'accessDenied' as const, span: 'lasting' as const, run: 'failed' as const, coverage: true },
].map((row) => ({
  ...row,
  action: 'ssm:GetParameters',
  coverageSource: 'ssm:rules',
  expected: EXPECTED_FROM_86_PERCENT,
  rules: { thresholds: [{ match: { quotaCode: 'L-F4DDD3EB' }, warningPercent: 86 }] },
}));

const everyRow: readonly FaultRow[] = [
  ...wholeRun,
  ...oneCall,
  ...lasting,
  ...laterWrites,
  ...hanging,
  ...refusals,
  ...channels,
  ...refusedEntry,
  ...channelWrites,
  ...rules,
];

/** Reads are handled alike: each meets one kind that is retried, in turn. What is denied is among the lasting ones. */
function isUsual({ action, kind, span, hasChannels }: FaultRow): boolean {
  if (span !== 'run' || hasChannels || WRITES.includes(action)) return true;
  const turn = RETRIED.indexOf(kind);
  return turn < 0 ? kind !== 'accessDenied' : turn === (ACTIONS as readonly string[]).indexOf(action) % RETRIED.length;
}

/** The table; `FAULTS=all` for every action with every kind. */
export const FAULT_ROWS = process.env.FAULTS === 'all' ? everyRow : everyRow.filter(isUsual);

/** The fault of a row, to be switched on before the run of 12:06. */
export function faultOf({ action, kind, span, skip }: FaultRow): Fault {
  const [service = '', operation = ''] = action.split(':');
  return { service, operation, kind, ...(span === 'once' ? { times: 1 } : {}), ...(skip ? { skip } : {}) };
}
