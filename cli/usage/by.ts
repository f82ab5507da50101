import { createClients } from '../../aws/clients';
import { readProfileTags } from '../../aws/profile-tags';
import { shareOut, type UsageShare } from '../../lib/core/answers/usage';
import type { InferenceProfile } from '../../lib/core/vocabulary/model';
import { spellStatement } from '../../lib/core/vocabulary/statement';
import { commandWordsOf } from '../../lib/language/command-words';
import { closeClients } from '../region/connection';
import type { RegionHistory } from '../region/read-history';
import { complain } from '../terminal/complain';
import type { CliIo } from '../terminal/process-io';
import { shareByPrincipal } from './by-principal';
import type { UsageKey, UsageOptions } from './options';

/** The application profile that a metric `ModelId` is. */
function findProfile({ quotas, traffic }: RegionHistory): ReadonlyMap<string, InferenceProfile> {
  const own = quotas.catalog.profiles.filter(({ type }) => type === 'APPLICATION');
  const callers = traffic.flatMap((one) => one.callers).map(({ modelId }) => modelId);
  return new Map(
    callers.flatMap((modelId) => {
      const profile = own.find(({ id, arn }) => modelId === arn || modelId === id || modelId.endsWith(`/${id}`));
      return profile ? [[modelId, profile] as const] : [];
    }),
  );
}

async function shareByTag(history: RegionHistory, key: string, options: UsageOptions, io: CliIo) {
  const profiles = findProfile(history);
  const clients = createClients(history.connection.region, new Map());
  try {
    const arns = [...new Set([...profiles.values()].map(({ arn }) => arn))];
    const tags = await readProfileTags(clients.bedrock, arns);
    const words = commandWordsOf(options.language);
    for (const one of tags.blindSpots) complain(io, `${history.connection.region}: ${spellStatement(one, words)}`);
    return shareOut(history.traffic, history.period, ({ modelId }) => {
      const arn = profiles.get(modelId)?.arn;
      return (arn === undefined ? undefined : tags.value.get(arn)?.[key]) ?? null;
    });
  } finally {
    closeClients(clients);
  }
}

/** Who spent what was read; `null`: that cannot be told, and standard error has why. @throws CliError */
export async function shareBy(
  history: RegionHistory,
  key: UsageKey,
  options: UsageOptions,
  io: CliIo,
): Promise<UsageShare[] | null> {
  if (key.kind === 'tag') return shareByTag(history, key.key, options, io);
  if (key.kind === 'principal') return shareByPrincipal(history, options, io);
  return shareOut(history.traffic, history.period, ({ profileName }) => profileName);
}
