/** Words that no Brazilian text of ours has, but for names of AWS, its quota names, commands and addresses. */
export const ENGLISH =
  /(?<!\p{L})(the|of|and|was|were|is|are|calls?|used|since|quotas?|applied|default|adjustable|free|ask|now|still|cause|forecast|traffic|account|tokens? per|requests?|points|late|confidence|throttles|full|day|minutes?|hours?|unknown|none|with|at)(?!\p{L})/iu;

/** A text without what stays English by design. */
export function ours(text: string): string {
  return text
    .replace(/https?:\S+|docs\/\S+/g, '')
    .replace(/^ {2}aws .*$|`[^`]*`|quota-watchdog\s+[a-z-]+/gm, '')
    .replace(/"[^"\n]*"|\([^()\n]*model inference[^()\n]*\)/g, '');
}
