import type { AwsClients } from '../../aws/clients';
import { putParameter, readParameters } from '../../aws/ssm';
import type { Evaluation } from '../../lib/core/findings/evaluation';
import {
  isWorthPublishing,
  type LimitsSnapshot,
  makeSnapshot,
  readSnapshot,
  writeSnapshot,
} from '../../lib/core/limits';
import type { BlindSpot } from '../../lib/core/vocabulary/blind-spot';
import type { MappedQuota } from '../../lib/core/vocabulary/quota';
import { toStatement } from '../../lib/core/vocabulary/statement';
import type { PollerConfig } from '../config';

/** Publishes the limits of an evaluation where there is something new in them. @returns why it could not. */
export type PublishLimits = (evaluation: Evaluation, quotas: readonly MappedQuota[]) => Promise<readonly BlindSpot[]>;

/** Name of the limits as something that can fail. */
const SOURCE = 'ssm:limits';

type Published =
  | { readonly kind: 'read'; readonly snapshot: LimitsSnapshot | null }
  | { readonly kind: 'unread'; readonly blindSpots: readonly BlindSpot[] };

/** What stands in the parameter. One that is gone is not made again: it would outlive the stack. */
async function readPublished(ssm: AwsClients['ssm'], name: string): Promise<Published> {
  const { parameters, error } = await readParameters(ssm, [name]);
  if (error) return { kind: 'unread', blindSpots: [error] };
  const parameter = parameters.get(name);
  if (parameter?.kind !== 'text') {
    const why = toStatement(parameter?.kind === 'secret' ? 'rulesSecret' : 'rulesGone');
    return { kind: 'unread', blindSpots: [{ source: SOURCE, ...toStatement('limitsUnpublished', name, why) }] };
  }
  const reading = readSnapshot(parameter.text);
  return { kind: 'read', snapshot: reading.kind === 'snapshot' ? reading.snapshot : null };
}

/**
 * Keeps the limits parameter up to date: by what this process published last, else by what stands there. While the quotas
 * could not be read nothing is published, so that readers see the limits grow old and not change for want of knowledge.
 */
export function createLimitsPublisher(
  { ssm }: Pick<AwsClients, 'ssm'>,
  { limitsParameter: name, burndownRates }: Pick<PollerConfig, 'limitsParameter' | 'burndownRates'>,
): PublishLimits {
  let last: LimitsSnapshot | null = null;
  return async (evaluation, quotas) => {
    if (name === null || evaluation.unread.quotas) return [];
    const next = makeSnapshot({ ...evaluation, quotas, burndownRates });
    if (last === null) {
      const published = await readPublished(ssm, name);
      if (published.kind === 'unread') return published.blindSpots;
      last = published.snapshot;
    }
    if (!isWorthPublishing(last, next, evaluation.now)) return [];
    const failures = await putParameter(ssm, name, writeSnapshot(next));
    // Whether a write that failed was done is not known: the next run looks.
    last = failures.length === 0 ? next : null;
    return failures;
  };
}
