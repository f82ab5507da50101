/** A number that stands alone: none of an id, a version, a date or an account. Times such as `14:30` are one. */
const NUMBER = /(?<![\p{L}\p{N}_:/.-])(?!\d{7})\d+(?:[.,:]\d+)*(?![\p{L}\p{N}_/-]|[.:]\d)/gu;

/** Digits in groups of three, by commas or, in Portuguese, by points. */
const GROUPED = /^\d{1,3}(?:[.,]\d{3})+$/;

function amountOf(text: string): number {
  if (GROUPED.test(text)) return Number(text.replace(/[.,]/g, ''));
  const [whole = '0', ...parts] = text.split(':');
  return parts.reduce((sum, part) => sum * 60 + Number(part), Number(whole.replace(',', '.')));
}

/** A text without its numbers: what is left of texts that tell the same of other numbers. */
export function skeletonOf(text: string): string {
  return text.replace(NUMBER, '#');
}

/** `5`, or `5-12` where numbers differ. */
function toRange(numbers: readonly string[]): string {
  const sorted = [...new Set(numbers)].sort((a, b) => amountOf(a) - amountOf(b));
  const [least = '', ...others] = sorted;
  const most = others.at(-1);
  return most === undefined || amountOf(most) === amountOf(least) ? least : `${least}-${most}`;
}

/**
 * One text for several that differ in numbers alone, each of these from the least to the most: of "5 of 90 are 0" and
 * "12 of 90 are 0" it is "5-12 of 90 are 0". `null` where they differ otherwise: then none stands for all.
 */
export function toCommonText(texts: readonly string[]): string | null {
  const [first, ...others] = texts;
  if (first === undefined) return null;
  const skeleton = skeletonOf(first);
  if (others.some((text) => skeletonOf(text) !== skeleton)) return null;
  const numbers = texts.map((text) => text.match(NUMBER) ?? []);
  let index = 0;
  return first.replace(NUMBER, () => {
    const at = index++;
    return toRange(numbers.map((found) => found[at] ?? ''));
  });
}
