import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { BedrockRuntimeClient, type ServiceInputTypes, type ServiceOutputTypes } from '@aws-sdk/client-bedrock-runtime';
import type { FinalizeRequestMiddleware } from '@smithy/types';
import { type QuotaEvent, type QuotaLimits, type QuotaOptions, withQuotas } from '../../../../lib/client';
import type { AnswerOptions } from '../../../../local/services/bedrock-runtime';
import type { MinuteForm } from '../../../../local/traffic/minute-forms';
import { clientsOf } from '../../../local/clients';
import { NOON, startNoonAccount } from '../../../local/noon-account';
import { SHAPES } from '../../../local/runtime/calls';
import { SimulatedClock } from '../simulated-clock';

const MINUTE = 60_000;
const CODES = { tokensPerMinute: 'L-00000001', requestsPerMinute: 'L-00000002', tokensPerDay: 'L-00000003' };

/** How the account is set up, and what its client knows of that. */
export interface WiredOptions {
  readonly limits: QuotaLimits;
  readonly form?: MinuteForm;
  readonly answer?: AnswerOptions;
  readonly quotas?: QuotaOptions;
}

type Handler = BedrockRuntimeClient['config']['requestHandler'];
type Handled = Awaited<ReturnType<Handler['handle']>>;

/** Starts an account that holds each model by the same limits. */
async function startHeld({ limits, form, answer }: WiredOptions) {
  const names = Object.keys(CODES) as (keyof typeof CODES)[];
  const account = await startNoonAccount({
    ...(form ? { minuteForm: form } : {}),
    ...(answer ? { answer } : {}),
    quotas: names.map((name) => ({
      quotaCode: CODES[name],
      quotaName: name,
      appliedValue: limits[name] ?? 1_000_000_000,
      defaultValue: null,
      adjustable: true,
    })),
  });
  for (const { modelId } of Object.values(SHAPES)) {
    account.traffic.definePool({
      baseModelId: modelId.replace('us.', ''),
      modelIds: [modelId],
      tokensPerMinute: CODES.tokensPerMinute,
      requestsPerMinute: CODES.requestsPerMinute,
      daily: [CODES.tokensPerDay],
    });
  }
  return account;
}

/** An SDK's first call reads files before it comes to the gate: the clock is to stand meanwhile. */
function holdUntilAsked(client: BedrockRuntimeClient, hold: (change: 1 | -1) => void): void {
  const starting = new WeakSet<object>();
  client.middlewareStack.add(
    (next, context) => (args) => {
      starting.add(context);
      hold(1);
      return next(args);
    },
    { step: 'initialize', priority: 'high' },
  );
  const release: FinalizeRequestMiddleware<ServiceInputTypes, ServiceOutputTypes> = (next, context) => (args) => {
    if (starting.delete(context)) hold(-1);
    return next(args);
  };
  client.middlewareStack.addRelativeTo(release, { relation: 'before', toMiddleware: 'retryMiddleware' });
}

/** Lets time pass by the second until a promise has settled, for so many minutes at most. */
export async function play<T>(clock: SimulatedClock, minutes: number, promise: Promise<T>): Promise<T> {
  let isOver = false;
  const over = () => {
    isOver = true;
  };
  promise.then(over, over);
  for (let second = 0; second < minutes * 60 && !isOver; second++) await clock.advance(1_000);
  if (!isOver) throw new Error(`after ${minutes} minutes it is not over`);
  return promise;
}

/**
 * A client that keeps to its quotas, over HTTP to a local account; both live on one simulated clock, on which an answer comes
 * when the account says that it is complete.
 */
export async function openWired(options: WiredOptions) {
  const account = await startHeld(options);
  let underWay = 0;
  const clock = new SimulatedClock(NOON.getTime(), () => underWay > 0);
  const wire = clientsOf(account.url).runtime.config.requestHandler;
  const handle = async (...call: Parameters<Handler['handle']>): Promise<Handled> => {
    account.clock.set(new Date(clock.now()));
    const { response, body } = await wire
      .handle(...call)
      .then(async ({ response }) => ({ response, body: await buffer(response.body) }))
      .finally(() => underWay--);
    if (response.statusCode === 200) await clock.sleep((options.answer?.seconds ?? 5) * 1000);
    response.body = Readable.from([body]);
    return { response };
  };
  const events: QuotaEvent[] = [];
  const plain = new BedrockRuntimeClient({
    region: 'us-east-1',
    endpoint: account.url,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    requestHandler: { handle },
  });
  holdUntilAsked(plain, (change) => {
    underWay += change;
  });
  const limits = Object.fromEntries(Object.values(SHAPES).map(({ modelId }) => [modelId, options.limits]));
  const onEvent = (event: QuotaEvent) => {
    events.push(event);
    // From the gate to the wire the machine's time passes; the clock stands until the answer is there.
    if (event.type === 'admitted') underWay++;
  };
  const bedrock = withQuotas(plain, { clock, limits, onEvent, ...options.quotas });
  /** Quota tokens that CloudWatch counted of a model in the hour from noon on. */
  const counted = (modelId: string) => {
    const metric = { namespace: 'AWS/Bedrock', name: 'EstimatedTPMQuotaUsage', dimensions: { ModelId: modelId } };
    const minutes = Array.from({ length: 60 }, (_, index) => NOON.getTime() / MINUTE + index);
    return minutes.reduce((sum, minute) => sum + (account.read(metric, minute) ?? 0), 0);
  };
  return { account, bedrock, clock, events, counted, close: account.close };
}
