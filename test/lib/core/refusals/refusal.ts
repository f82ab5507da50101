import type { Refusal } from '../../../../lib/core/refusals';
import { toMinute } from '../../../../lib/core/vocabulary/time';

export const NOW = toMinute('2026-10-14T14:40:00Z');

/** A throttled call of 14:32, changed. */
export function refusal(changes: Partial<Refusal> = {}): Refusal {
  return {
    eventId: '0a1b2c3d-1111-4222-8333-444455556666',
    at: Date.parse('2026-10-14T14:32:07Z'),
    region: 'us-east-1',
    accountId: '111122223333',
    operation: 'Converse',
    modelId: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0',
    kind: 'tokensPerMinute',
    errorCode: 'ThrottlingException',
    text: 'Too many tokens, please wait before trying again.',
    principal: 'SummaryWorker/worker-7',
    userAgent: 'Boto3/1.40.0',
    ...changes,
  };
}

/** So many of them, each an event of its own. */
export function refusals(count: number, changes: (index: number) => Partial<Refusal> = () => ({})): Refusal[] {
  return Array.from({ length: count }, (_, index) =>
    refusal({ eventId: `event-${index}-${index * 7919}`, ...changes(index) }),
  );
}
