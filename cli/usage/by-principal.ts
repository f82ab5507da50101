import { setTimeout } from 'node:timers/promises';
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { clientConfigOf } from '../../aws/client-config';
import { createClients } from '../../aws/clients';
import { findInvocationLog, type LoggedCalls, readLoggedBytes, readLoggedCalls } from '../../aws/invocation-log';
import { toShares, type UsageShare } from '../../lib/core/answers/usage';
import { spellStatement } from '../../lib/core/vocabulary/statement';
import { commandWordsOf } from '../../lib/language/command-words';
import { closeClients } from '../region/connection';
import type { RegionHistory } from '../region/read-history';
import { CliError, EXIT } from '../terminal/cli-error';
import { complain } from '../terminal/complain';
import type { CliIo } from '../terminal/process-io';
import type { UsageOptions } from './options';

/** US dollars for a GB that Logs Insights scans. Source: list price of us-east-1, 2026-10. */
const DOLLARS_PER_GB = 0.005;
const BYTES_PER_GB = 2 ** 30;

/** Less than this is read without a question; US dollars. */
const WORTH_ASKING = 0.01;

const POLL_MILLISECONDS = 1_000;

/** Whether to pay for it: says the price first, and asks where it is over one cent or not known. */
async function isWanted(bytes: number | null, group: string, options: UsageOptions, io: CliIo): Promise<boolean> {
  const { usage } = commandWordsOf(options.language);
  const gigabytes = bytes === null ? null : bytes / BYTES_PER_GB;
  const dollars = gigabytes === null ? null : gigabytes * DOLLARS_PER_GB;
  complain(io, usage.principalNote(group, gigabytes?.toFixed(2) ?? '?', dollars?.toFixed(2) ?? '?'));
  if (options.yes || (dollars !== null && dollars <= WORTH_ASKING)) return true;
  const answer = await io.ask(usage.principalQuestion);
  if (answer === null) throw new CliError(EXIT.wrongCall, usage.complaints.needsYes);
  return usage.yes.test(answer.trim());
}

/** Of the calls, those that the traffic that was read is of. */
function isOf({ resolve, traffic }: RegionHistory): (calls: LoggedCalls) => boolean {
  const pools = new Set(traffic.map(({ baseModelId, scope }) => `${scope} ${baseModelId}`));
  return ({ modelId }) => {
    const resolution = resolve(modelId);
    return resolution.kind === 'model' && pools.has(`${resolution.scope} ${resolution.baseModelId}`);
  };
}

/**
 * Who called, by the account's own log of invocations; the log is read after its price is told. `null`: there is none, or
 * it was not read, and standard error has why. @throws CliError when nobody can be asked.
 */
export async function shareByPrincipal(
  history: RegionHistory,
  options: UsageOptions,
  io: CliIo,
): Promise<UsageShare[] | null> {
  const words = commandWordsOf(options.language);
  const { region } = history.connection;
  const clients = createClients(region, new Map());
  const logs = new CloudWatchLogsClient(clientConfigOf(region));
  const refuse = (why: string): null => {
    complain(io, `${region}: ${why}`);
    return null;
  };
  try {
    const group = await findInvocationLog(clients.bedrock);
    if ('blindSpot' in group) return refuse(spellStatement(group.blindSpot, words));
    if (group.value === null) {
      complain(io, words.usage.complaints.noLog(region));
      return null;
    }
    const period = { logGroupName: group.value, ...history.period };
    const bytes = await readLoggedBytes(clients.cloudWatch, period);
    const isPaidFor = await isWanted('value' in bytes ? bytes.value : null, group.value, options, io);
    if (!isPaidFor) return refuse(words.usage.complaints.notRead);
    const calls = await readLoggedCalls(logs, period, () => setTimeout(POLL_MILLISECONDS));
    if ('blindSpot' in calls) return refuse(spellStatement(calls.blindSpot, words));
    const sums = new Map<string | null, { tokens: number; requests: number; throttles: number }>();
    for (const { principal, tokens, requests } of calls.value.filter(isOf(history))) {
      const sum = sums.get(principal) ?? { tokens: 0, requests: 0, throttles: 0 };
      sums.set(principal, { ...sum, tokens: sum.tokens + tokens, requests: sum.requests + requests });
    }
    return toShares(sums);
  } finally {
    closeClients(clients);
    logs.destroy();
  }
}
