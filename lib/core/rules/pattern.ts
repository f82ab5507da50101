const ANY_TEXT = '*';
const ANY_CHARACTER = '?';

/** Whether a text has wildcards; without them it names one thing. */
export function isPattern(text: string): boolean {
  return text.includes(ANY_TEXT) || text.includes(ANY_CHARACTER);
}

/** Whether a pattern restricts nothing: `*`. */
export function matchesEverything(pattern: string): boolean {
  return /^\*+$/.test(pattern);
}

/** 2 for an exact name, 1 for a pattern, 0 for what restricts nothing. */
export function exactnessOf(pattern: string | undefined): number {
  if (pattern === undefined || matchesEverything(pattern)) return 0;
  return isPattern(pattern) ? 1 : 2;
}

/**
 * Whether a pattern of `*` (any text, none included) and `?` (one UTF-16 unit) covers the whole text, in any case of
 * letters. Only the last `*` is ever tried again, so a pattern costs at most its length times the text's.
 */
export function matchesPattern(pattern: string, text: string): boolean {
  const wanted = pattern.toLowerCase();
  const given = text.toLowerCase();
  let at = 0;
  let star = -1;
  let starTook = 0;
  for (let index = 0; index < given.length; ) {
    if (wanted[at] === ANY_TEXT) {
      star = at++;
      starTook = index;
    } else if (at < wanted.length && (wanted[at] === ANY_CHARACTER || wanted[at] === given[index])) {
      at++;
      index++;
    } else if (star >= 0) {
      at = star + 1;
      index = ++starTook;
    } else {
      return false;
    }
  }
  while (wanted[at] === ANY_TEXT) at++;
  return at === wanted.length;
}

/** Whether a pattern holds for a name that may not be known: then only one that restricts nothing does. */
export function matchesName(pattern: string, name: string | null): boolean {
  return matchesEverything(pattern) || (name !== null && matchesPattern(pattern, name));
}
