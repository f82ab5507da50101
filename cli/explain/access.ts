import { createClients } from '../../aws/clients';
import { readModelAvailability } from '../../aws/model-availability';
import type { Explanation } from '../../lib/core/answers/explain';
import type { ModelAvailability } from '../../lib/core/quotas/model-availability';
import { closeClients } from '../region/connection';

/** Errors by which AWS says that the account may not use the model: it is asked what it has to say of that. */
const ASKS: ReadonlySet<Explanation['error']['kind']> = new Set(['modelAccess', 'accountRestricted']);

/** What AWS says of the account's access to the model of an error; `null` where that is no question. */
export async function askForAccess({ error, model }: Explanation, region: string): Promise<ModelAvailability | null> {
  if (model === null || !ASKS.has(error.kind)) return null;
  const clients = createClients(region, new Map());
  try {
    return await readModelAvailability(clients.bedrock, model.baseModelId);
  } finally {
    closeClients(clients);
  }
}
