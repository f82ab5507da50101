import type { AlertMessage } from '../../lib/core/messages/mail';

function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}

/** Findings that a message tells or counts; 1 when its JSON is not what this code writes, for it tells of something. */
export function countFindings({ message }: AlertMessage): number {
  try {
    const { findings, omittedFindings } = JSON.parse(message.sqs ?? '') as Record<string, unknown>;
    return lengthOf(findings) + (typeof omittedFindings === 'number' ? omittedFindings : 0);
  } catch (error) {
    if (error instanceof SyntaxError) return 1;
    throw error;
  }
}
