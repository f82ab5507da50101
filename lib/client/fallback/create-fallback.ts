import type {
  ConverseCommand,
  ConverseCommandOutput,
  ConverseStreamCommand,
  ConverseStreamCommandOutput,
  InvokeModelCommand,
  InvokeModelCommandOutput,
  InvokeModelWithResponseStreamCommand,
  InvokeModelWithResponseStreamCommandOutput,
} from '@aws-sdk/client-bedrock-runtime';
import { type CallOptions, callOptionsOf, forCall, type QuotaOptions } from '../calls/options';
import type { OnQuotaEvent } from '../contract/events';
import { type Geography, staysWithin } from './geography';
import { orderTargets, type Rank } from './order';
import { findRefusal } from './refusal';
import { type FallbackTarget, isLeftAlone, type OpenedTarget, openTarget } from './target';

/** How targets are chosen. */
export interface FallbackOptions {
  /** The first is the one to use while it is well. */
  readonly targets: readonly FallbackTarget[];
  /** Geographies in which calls may be processed: `us`, `eu`, `global` … @default - those of the targets */
  readonly allow?: readonly Geography[];
  /** The order for one call, the best first; `'headroom'`: by the live limits of the targets. @default - as they are listed */
  readonly rank?: Rank;
  /** Milliseconds a call waits for the quota of a target before the next is tried. @default 0 */
  readonly hopAfterMs?: number;
  /** Of the clients that are made here. */
  readonly quotas?: QuotaOptions;
  /** @default - events go nowhere */
  readonly onEvent?: OnQuotaEvent;
}

/** Sends commands to the first target that takes them. */
export interface Fallback {
  /** The answer of the first target that takes the call. @throws what is no refusal; where all refuse, what waiting for the best one ends with. */
  send(command: ConverseCommand, options?: SendOptions): Promise<ConverseCommandOutput>;
  /** The answer of the first target that takes the call. @throws what is no refusal; where all refuse, what waiting for the best one ends with. */
  send(command: ConverseStreamCommand, options?: SendOptions): Promise<ConverseStreamCommandOutput>;
  /** The answer of the first target that takes the call. @throws what is no refusal; where all refuse, what waiting for the best one ends with. */
  send(command: InvokeModelCommand, options?: SendOptions): Promise<InvokeModelCommandOutput>;
  /** The answer of the first target that takes the call. @throws what is no refusal; where all refuse, what waiting for the best one ends with. */
  send(
    command: InvokeModelWithResponseStreamCommand,
    options?: SendOptions,
  ): Promise<InvokeModelWithResponseStreamCommandOutput>;
}

/** As of the SDK's `send`. */
export interface SendOptions {
  /** Ends the call and its waiting. @default - nothing does */
  readonly abortSignal?: AbortSignal;
}

type Command = ConverseCommand | ConverseStreamCommand | InvokeModelCommand | InvokeModelWithResponseStreamCommand;
type Output =
  | ConverseCommandOutput
  | ConverseStreamCommandOutput
  | InvokeModelCommandOutput
  | InvokeModelWithResponseStreamCommandOutput;

/** The same call for another model id. */
function retarget(command: Command, modelId: string, options: CallOptions): Command {
  const Constructor = command.constructor as new (input: Command['input']) => Command;
  return forCall(new Constructor({ ...command.input, modelId }), options);
}

function sendTo({ client, modelId }: OpenedTarget, command: Command, call: CallOptions, options: SendOptions) {
  return client.send(retarget(command, modelId, call) as ConverseCommand, options);
}

function checkTargets({ targets, allow }: FallbackOptions): void {
  if (targets.length === 0) throw new RangeError('createFallback: targets is empty; it takes one at least');
  if (!allow) return;
  for (const { modelId, region = '' } of targets) {
    if (staysWithin(modelId, region, allow)) continue;
    throw new RangeError(
      `createFallback: ${modelId}${region === '' ? ', of which no region is said,' : ` in ${region}`} may be processed outside of ${allow.join(', ')}`,
    );
  }
}

/** The first target that takes a call, or the best of those that refused it, else of all. @throws what is no refusal. */
async function findTaker(
  targets: readonly OpenedTarget[],
  send: (target: OpenedTarget) => Promise<Output>,
): Promise<{ readonly output: Output } | { readonly best: OpenedTarget | undefined }> {
  const refused: OpenedTarget[] = [];
  for (const target of targets) {
    try {
      return { output: await target.circuit.execute(() => send(target)) };
    } catch (error) {
      if (isLeftAlone(error)) continue;
      if (findRefusal(error) === null) throw error;
      refused.push(target);
    }
  }
  return { best: refused[0] ?? targets[0] };
}

/**
 * Calls that go to the next target when one refuses them: its quota is full, its day used up, its Region short of capacity or
 * out of reach. A call is never sent to a second target unless the first refused it. When none takes it, the best one is
 * waited for as without a fallback, one that is not left alone before the others.
 * @throws RangeError without targets, and for one outside of the geographies that are allowed.
 */
export function createFallback(options: FallbackOptions): Fallback {
  checkTargets(options);
  const { hopAfterMs = 0, quotas = {}, onEvent: emit = () => undefined, rank } = options;
  const targets = options.targets.map((target) => openTarget(target, quotas, emit));
  const send = async (command: Command, sendOptions: SendOptions = {}): Promise<Output> => {
    const own = callOptionsOf(command);
    const hop = { ...own, maxWaitMs: hopAfterMs, maxAttempts: 1 };
    const first = await findTaker(orderTargets(targets, rank), (target) => sendTo(target, command, hop, sendOptions));
    if ('output' in first) return first.output;
    if (!first.best) throw new RangeError('createFallback: there is no target');
    return sendTo(first.best, command, own, sendOptions);
  };
  return { send: send as Fallback['send'] };
}
