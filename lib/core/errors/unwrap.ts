/** Characters of a text that are read: of a longer one its beginning and its end, where what failed stands. */
const LONGEST = 100_000;

const ENTITIES: Readonly<Record<string, string>> = { quot: '"', apos: "'", '#39': "'", amp: '&', lt: '<', gt: '>' };

/** Colours of terminals. */
const ANSI = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');

function cut(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST / 2)} ${text.slice(-LONGEST / 2)}`;
}

/**
 * A text without what it was wrapped in on the way: escapes of JSON in JSON, entities of HTML, colours, percent signs of
 * URLs. Line breaks become spaces. Quotes of any depth are plain quotes, so it is no JSON any more.
 */
export function unwrap(text: string): string {
  return (
    cut(text)
      .replace(ANSI, '')
      .replace(/&(quot|apos|#39|amp|lt|gt);/g, (entity, name: string) => ENTITIES[name] ?? entity)
      // JSON in JSON doubles each backslash, at any depth.
      .replace(/\\+/g, '\\')
      .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
      .replace(/\\[nrt]/g, ' ')
      .replace(/\\(["'/])/g, '$1')
      .replace(/%3a/gi, ':')
      .replace(/%2f/gi, '/')
      .replace(/\s+/g, ' ')
  );
}

/** The reason phrase of status 429; it stands beside every throttle, whatever the limit. */
const REASON_PHRASE = /\b429\W{0,3} ?too many requests\b(?!, please)/g;

/** An unwrapped text as the table of texts is held against it. */
export function normalize(unwrapped: string): string {
  return unwrapped
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u2010-\u2012]/g, '-')
    .replace(REASON_PHRASE, '429');
}
