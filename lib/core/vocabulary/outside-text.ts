/** Characters of a name from outside that are kept: AWS's own are shorter. */
const LONGEST_NAME = 300;

/** Control, format and line characters, halves of characters, and what is no character: no text shows them, some steer it. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\ufffe\uffff]/gu;

/** A text with what cannot be seen replaced, character by character: what is left cannot steer a terminal or a page. */
export function replaceUnseen(text: string, by: string): string {
  return text.replace(UNSEEN, by);
}

/** The beginning of a text, with `…` where it was cut. @param longest in characters, the `…` included. */
export function cutText(text: string, longest: number): string {
  const characters = [...text];
  return characters.length <= longest ? text : `${characters.slice(0, longest - 1).join('')}…`;
}

/**
 * A text from outside (names of profiles, models, quotas and tags, reasons, errors of servers) as it comes in: one line, cut
 * to its length. What is cleaned here once forges no line of a mail, and needs no second look on its way out.
 * @param longest in characters. @default 300
 */
export function cleanText(text: string, longest = LONGEST_NAME): string {
  return cutText(replaceUnseen(text, ' ').trim(), longest);
}

/** Characters of an id or ARN: those of AWS have at most 2,048. */
const LONGEST_ID = 2_048;

/**
 * Whether a text can be an id or an ARN: what is cleaned would name something else, so one with what cannot be seen is none.
 * @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html (read 2026-11)
 */
export function isIdText(text: unknown): text is string {
  return typeof text === 'string' && text !== '' && text.length <= LONGEST_ID && replaceUnseen(text, '') === text;
}
