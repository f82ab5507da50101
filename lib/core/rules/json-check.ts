import { replaceUnseen } from '../vocabulary/outside-text';
import { type RuleNeed, type RuleProblem, toFlaw, toNeed } from '../vocabulary/rule-problem';

/**
 * Looks at a value from outside and says what is wrong with it, each problem with its path, what was got and what is
 * allowed; nothing when all is well. Never throws.
 */
export type JsonCheck = (value: unknown, path: string) => readonly RuleProblem[];

/** Characters of a value that a problem repeats. */
const SHOWN_CHARACTERS = 80;

/** A value as a problem shows it: JSON, cut when long. */
export function showValue(value: unknown): string {
  if (typeof value === 'number') return String(value);
  try {
    const text = replaceUnseen(JSON.stringify(value) ?? typeof value, '?');
    return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text;
  } catch {
    // Only what code gives, never a text, and that is complained of in English.
    return `a ${typeof value} that cannot be shown`;
  }
}

/** The one shape of a problem with a value: what, got, allowed. */
export function toProblem(path: string, value: unknown, allowed: RuleNeed): RuleProblem {
  return { path, got: value === undefined ? null : showValue(value), allowed };
}

/** A check that has no parts: `complain` says what is allowed, or `null` when the value is. */
export function leaf(complain: (value: unknown) => RuleNeed | null): JsonCheck {
  return (value, path) => {
    const allowed = complain(value);
    return allowed === null ? [] : [toProblem(path, value, allowed)];
  };
}

/** One of some texts. */
export function oneOf(allowed: readonly string[]): JsonCheck {
  return leaf((value) =>
    typeof value === 'string' && allowed.includes(value) ? null : toNeed('oneOf', allowed.join(', ')),
  );
}

/** The same text for values that say the same, whatever the order of fields and lists. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).sort().join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  const fields = Object.entries(value).filter(([, one]) => one !== undefined);
  return `{${fields
    .map(([key, one]) => `"${key}":${canonical(one)}`)
    .sort()
    .join()}}`;
}

/**
 * A list of any length whose entries pass `entry`. An entry whose part named by `pick` says the same as an earlier one's
 * is refused; only sound entries are compared.
 */
export function listWithoutTwins<T>(entry: JsonCheck, pick: (sound: T) => unknown): JsonCheck {
  return (value, path) => {
    if (!Array.isArray(value)) return [toProblem(path, value, toNeed('list'))];
    const first = new Map<string, number>();
    return Array.from<unknown>(value).flatMap((one, index) => {
      const problems = entry(one ?? null, `${path}[${index}]`);
      if (problems.length > 0) return problems;
      const key = canonical(pick(one as T));
      const twin = first.get(key);
      if (twin === undefined) first.set(key, index);
      return twin === undefined
        ? []
        : [toFlaw('twin', `${path}[${index}]`, `${path}[${twin}]`, replaceUnseen(key, '?'))];
    });
  };
}

/** What the fields of an object have shown before they are looked at together. */
export interface CheckedFields<T> {
  /** The fields that are well. */
  readonly sound: Partial<T>;
  /** Keys that are unknown, missing or have a problem. */
  readonly unsound: ReadonlySet<string>;
}

/** The fields of an object. A field whose value is `undefined` counts as left out. */
export interface ObjectShape<T> {
  readonly required?: Readonly<Record<string, JsonCheck>>;
  readonly optional?: Readonly<Record<string, JsonCheck>>;
  /** What only shows over several fields. */
  readonly together?: (fields: CheckedFields<T>, path: string) => readonly RuleProblem[];
}

function keyPath(path: string, key: string): string {
  if (!/^\w{1,40}$/.test(key)) return `${path}[${showValue(key)}]`;
  return path === '' ? key : `${path}.${key}`;
}

/** An object of known fields and no others; the root has the path ''. */
export function objectOf<T>({ required = {}, optional = {}, together }: ObjectShape<T>): JsonCheck {
  const checks = new Map(Object.entries({ ...required, ...optional }));
  const names = [...checks.keys()].join(', ');
  return (value, path) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return [toProblem(path, value, toNeed('object', names))];
    }
    const given = new Map(Object.entries(value).filter(([, one]) => one !== undefined));
    const unknownKeys = [...given.keys()].filter((key) => !checks.has(key));
    const problems: RuleProblem[] = unknownKeys.map((key) => toFlaw('unknownKey', keyPath(path, key), names));
    const unsound = new Set(unknownKeys);
    for (const [key, check] of checks) {
      const found = given.has(key) || Object.hasOwn(required, key) ? check(given.get(key), keyPath(path, key)) : [];
      if (found.length > 0) unsound.add(key);
      problems.push(...found);
    }
    const sound = Object.fromEntries([...given].filter(([key]) => !unsound.has(key)));
    return together ? [...problems, ...together({ sound: sound as Partial<T>, unsound }, path)] : problems;
  };
}
