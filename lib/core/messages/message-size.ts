/**
 * What SNS takes of one message in bytes of UTF-8: the message over all protocols together, as it is quoted, and its
 * attributes.
 * @see https://docs.aws.amazon.com/sns/latest/api/API_Publish.html (read 2026-11)
 */
export const SNS_MESSAGE_BYTES = 262_144;

/** Bytes of a text in UTF-8. */
export function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** What is counted of a message. */
export interface Sized {
  readonly subject: string;
  readonly message: Readonly<Record<string, string>>;
  readonly attributes: object;
}

/** `String.Array`, the longer of the two data types of an attribute. */
const DATA_TYPE_BYTES = 12;

/**
 * Bytes that SNS counts of a message: bodies quoted once more into one JSON object, and each attribute with name, type and
 * value; the subject as well, for nothing says that it is free.
 */
export function messageBytes({ subject, message, attributes }: Sized): number {
  const spelled = Object.entries(attributes).map(([name, value]) =>
    bytesOf(`${name}${typeof value === 'string' ? value : JSON.stringify(value)}`),
  );
  return (
    bytesOf(subject) +
    bytesOf(JSON.stringify(message)) +
    spelled.reduce((sum, bytes) => sum + bytes + DATA_TYPE_BYTES, 0)
  );
}

/** The greatest number from 0 to `most` that fits; 0 when none does. What fits with more must fit with fewer. */
export function largestThatFits(most: number, fits: (count: number) => boolean): number {
  let low = 0;
  let high = most;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The beginning of a text that is no longer than so many bytes, with `…` where it was cut; no character is halved. */
export function cutToBytes(text: string, most: number): string {
  if (bytesOf(text) <= most) return text;
  const characters = [...text];
  const kept = largestThatFits(
    characters.length,
    (count) => bytesOf(`${characters.slice(0, count).join('')}…`) <= most,
  );
  return `${characters.slice(0, kept).join('')}…`;
}

/**
 * Text with only what XML 1.0 can carry, which is what SNS and SQS take: a tab and line breaks stay, halves of characters
 * do not.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html (read 2026-11)
 */
export function toSendable(text: string): string {
  return text.replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');
}
