import type { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import { ExponentialBackoff, handleWhen, retry } from 'cockatiel';
import { classifyThrottle, createFallback, type QuotaLimits, type QuotaStore, withQuotas } from '../../lib/client';
import type { World } from './world';

/** What a contestant is given: the Bedrocks it may call, and the limits as far as the scenario knows them. */
export interface Surroundings {
  /** The first is the one to use; others are Regions to fall back to. */
  readonly worlds: readonly World[];
  readonly modelId: string;
  readonly limits: QuotaLimits;
  /** This process's share. */
  readonly share: number;
  /** What processes share instead; `null`: nothing. */
  readonly store: QuotaStore | null;
}

/** Sends a command as one way of calling does it. */
export type Send = (command: ConverseCommand) => Promise<unknown>;

/** A way of calling Bedrock. */
export interface Contestant {
  readonly name: string;
  readonly isOurs?: true;
  /** One process. */
  readonly start: (surroundings: Surroundings) => Send;
}

const ATTEMPTS = 10;

function sendBy(client: BedrockRuntimeClient): Send {
  return (command) => client.send(command);
}

function first({ worlds: [world] }: Surroundings): World {
  if (!world) throw new Error('there is no Bedrock to call');
  return world;
}

function startSdk(retryMode: 'standard' | 'adaptive'): Contestant['start'] {
  return (surroundings) => sendBy(first(surroundings).connect({ retryMode, maxAttempts: ATTEMPTS }));
}

function startCockatiel(surroundings: Surroundings): Send {
  const client = first(surroundings).connect({ maxAttempts: 1 });
  const policy = retry(
    handleWhen((error) => classifyThrottle(error) !== null),
    {
      maxAttempts: ATTEMPTS - 1,
      backoff: new ExponentialBackoff(),
    },
  );
  return (command) => policy.execute(() => client.send(command));
}

function startOurs(limitsOf: (surroundings: Surroundings) => QuotaLimits): Contestant['start'] {
  return (surroundings) => {
    const { worlds, modelId, share, store } = surroundings;
    const sharing = store ? { sharedStore: store } : { share };
    const options = { limits: { [modelId]: limitsOf(surroundings) }, ...sharing };
    const clients = worlds.map((world) => withQuotas(world.connect(), options));
    const [client] = clients;
    if (clients.length === 1 && client) return sendBy(client);
    const fallback = createFallback({ targets: clients.map((one) => ({ client: one, modelId })) });
    return (command) => fallback.send(command);
  };
}

/** Ways of calling, each with ten attempts. */
export const CONTESTANTS: readonly Contestant[] = [
  { name: 'SDK standard', start: startSdk('standard') },
  { name: 'SDK adaptive', start: startSdk('adaptive') },
  { name: 'cockatiel', start: startCockatiel },
  { name: 'ours, limits', isOurs: true, start: startOurs(({ limits }) => limits) },
  { name: 'ours, none', isOurs: true, start: startOurs(() => ({})) },
];
