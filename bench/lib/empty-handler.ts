import { createClients } from '../../aws/clients';

const clients = createClients(process.env.AWS_REGION, new Map());

/** The least a handler with the product's AWS clients can be: what a cold start cannot go below. */
export async function handler(): Promise<number> {
  return Object.keys(clients).length;
}
