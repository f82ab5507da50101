import type { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import type { Clock } from '../contract/clock';
import type { OnQuotaEvent } from '../contract/events';
import { DEFAULT_FIRST_READ_MS, DEFAULT_REFRESH_MS, type LimitsFrom } from './limits-from';
import { LiveLimits } from './live-limits';
import { createParameterReader } from './read-parameter';

/** The live limits of a Bedrock client. Nothing is read before its first call. */
export function openLimits(
  from: LimitsFrom,
  client: BedrockRuntimeClient,
  { clock, emit }: { readonly clock: Clock; readonly emit: OnQuotaEvent },
): LiveLimits {
  const { refreshMs = DEFAULT_REFRESH_MS, firstReadMs = DEFAULT_FIRST_READ_MS } = from;
  const read = createParameterReader(from, client);
  return new LiveLimits({ read, region: () => client.config.region(), clock, emit, refreshMs, firstReadMs });
}
