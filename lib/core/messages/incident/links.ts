import { consoleDomainOf } from '../../vocabulary/console';
import type { Finding } from '../../vocabulary/finding';
import type { Place } from '../../vocabulary/place';

/** The account and Region a message speaks of, and the moment. */
export interface MessageOrigin {
  readonly accountId: string | null;
  readonly region: string;
  /** ISO time in UTC. */
  readonly at: string;
}

/** Where an event is: its own place in a fleet, else that of the message. */
export function originOf({ place }: { readonly place?: Place | undefined }, origin: MessageOrigin): MessageOrigin {
  return place === undefined ? origin : { accountId: place.accountId, region: place.region, at: origin.at };
}

/** The Service Quotas console page of a quota, or of all Bedrock quotas. */
export function quotaPageOf(region: string, quotaCode: string | null): string {
  const page = `https://${region}.console.${consoleDomainOf(region)}/servicequotas/home/services/bedrock/quotas`;
  return quotaCode === null ? page : `${page}/${quotaCode}`;
}

/** Pages of a deployment that every message leads to. */
export interface MessagePlaces {
  /** `null` when there is no dashboard. */
  readonly dashboard: string | null;
  /** Page of the runbook. */
  readonly runbook: string;
}

/** The runbook's section for a finding. */
export function runbookSectionOf({ kind }: Finding, { runbook }: MessagePlaces): string {
  return `${runbook}#${kind.toLowerCase()}`;
}
