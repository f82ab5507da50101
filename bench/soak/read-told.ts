import type { LocalAccount } from '../../local/account/local-account';
import { SOAK_START } from './plan';
import type { Told } from './told';

const MINUTE_MS = 60_000;

interface SaidBody {
  readonly at: string;
  readonly findings: readonly {
    readonly event: string;
    /** Of a fleet's messages alone. */
    readonly accountId?: string;
    readonly finding: { readonly id: string; readonly kind: string; readonly severity: string };
  }[];
}

const minuteOf = (time: string) => Math.floor((Date.parse(time) - SOAK_START) / MINUTE_MS);

/** What messages told, each once, and how many came again word for word. */
export function readTold(messages: LocalAccount['messages']): {
  told: (Told & { readonly accountId?: string })[];
  repeatedMessages: number;
} {
  const seen = new Set<string>();
  const told: (Told & { readonly accountId?: string })[] = [];
  for (const message of messages) {
    const body = message.message.sqs ?? '';
    if (seen.has(body)) continue;
    seen.add(body);
    const document = JSON.parse(body) as SaidBody;
    const moment = { at: minuteOf(message.at), judgedAt: minuteOf(document.at) };
    for (const { event, finding, ...of } of document.findings) {
      const account = of.accountId === undefined ? {} : { accountId: of.accountId };
      told.push({
        ...moment,
        event,
        findingId: finding.id,
        kind: finding.kind,
        severity: finding.severity,
        ...account,
      });
    }
  }
  return { told, repeatedMessages: messages.length - seen.size };
}
